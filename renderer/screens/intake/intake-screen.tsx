import { Button } from '@mantine/core'
import { IconTableDown } from '@tabler/icons-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { FileInput, Output } from '../../../shared/ipc-contract.ts'
import type { IntakeReport } from '../../../shared/record/intake-views.ts'
import { fileInput } from '../../api.ts'
import { clearProgress, useProgress } from '../../data/backend-events.ts'
import { receiveDroppedFiles } from '../../data/dropped-files.ts'
import { routeAddress } from '../../data/route.ts'
import { useAction } from '../../data/use-action.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import { BaseReport } from '../../parts/base-report.tsx'
import { DropZone } from '../../parts/drop-zone.tsx'
import { Page, PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { ImportReport } from './import-report.tsx'
import styles from './intake-screen.module.css'
import { type Choice, SheetPreview } from './sheet-preview.tsx'
import { TemplateDialog } from './template-dialog.tsx'

/** Between these only a person who sees the words can decide. */
const encodings = ['cp1252', 'cp1250'] as const

/** Spreadsheets and base eCoCs come in here; a file is seen before anything is taken from it. */
export function IntakeScreen(): ReactNode {
  const { t, language } = useWords()
  const { profiles } = useWorkspace()
  const [file, setFile] = useState<FileInput>()
  const [choice, setChoice] = useState<Choice>({})
  const [preview, setPreview] = useState<Output<'intake/preview'>>()
  const [report, setReport] = useState<IntakeReport>()
  const [bases, setBases] = useState<Output<'base/add'>>()
  const [asksTemplate, setAsksTemplate] = useState(false)
  const look = useAction('intake/preview')
  const take = useAction('intake/import')
  const addBases = useAction('base/add')
  const end = useAction('intake/cancel')
  const run = useId()
  const progress = useProgress('import')

  const show = async (input: FileInput, next: Choice): Promise<void> => {
    setChoice(next)
    const result = await look.run({ file: input, ...next })
    setPreview(result.ok ? result.value : undefined)
    if (!result.ok) return
    const { fallBack: _, ...said } = next
    setChoice({ ...said, profile: result.value.profile })
  }
  const onFiles = async (files: readonly File[]): Promise<void> => {
    const xml = files.filter(({ name }) => /\.xml$/i.test(name))
    const [sheet] = files.filter((each) => !xml.includes(each))
    look.forget()
    take.forget()
    if (xml.length > 0) {
      setBases(undefined)
      const result = await addBases.run({ files: await Promise.all(xml.map(fileInput)) })
      if (result.ok) setBases(result.value)
    }
    if (sheet) {
      setReport(undefined)
      const input = await fileInput(sheet)
      setFile(input)
      // A template says itself what it is; any other list is shown by the first profile.
      await show(input, { fallBack: true })
    }
  }
  const importNow = async (): Promise<void> => {
    if (!file) return
    clearProgress('import')
    const result = await take.run({ file, ...choice, run })
    if (!result.ok) return
    setReport(result.value)
    setPreview(undefined)
    setFile(undefined)
  }
  const busy = look.busy || take.busy
  const receive = useRef(onFiles)
  receive.current = onFiles
  useEffect(() => receiveDroppedFiles((files) => void receive.current(files)), [])
  return (
    <>
      <ScreenHeader title={t('screens.intake')} note={t('intake.note')}>
        <Button
          variant="default"
          leftSection={<IconTableDown size={16} aria-hidden />}
          onClick={() => setAsksTemplate(true)}
        >
          {t('intake.template.make')}
        </Button>
      </ScreenHeader>
      {asksTemplate && <TemplateDialog onClose={() => setAsksTemplate(false)} />}
      <Page wide>
        <DropZone
          heading={t('intake.drop')}
          text={t('intake.drop-text')}
          accept=".xlsx,.csv,.txt,.xml"
          multiple
          small={file !== undefined || report !== undefined || bases !== undefined}
          onFiles={(files) => void onFiles(files)}
        />
        {profiles.length === 0 && (
          <p className={styles.note}>
            {t('intake.no-profile')}{' '}
            <a href={routeAddress({ screen: 'settings' })}>{t('intake.to-settings')}</a>
          </p>
        )}
        {addBases.busy && <ProgressLine title={t('intake.adding-bases')} progress={undefined} />}
        {addBases.problem && <ProblemMessage problem={addBases.problem} />}
        {bases && (
          <PageSection title={t('intake.bases', { count: bases.length })}>
            <BaseReport items={bases} />
          </PageSection>
        )}
        {look.problem && <ProblemMessage problem={look.problem} />}
        {file && look.problem?.code === 'csv-encoding-unknown' && (
          <div className={styles.readings}>
            {encodings.map((encoding) => (
              <Button
                key={encoding}
                variant="default"
                loading={look.busy}
                onClick={() => void show(file, { ...choice, encoding })}
              >
                {t(`intake.read-as.${encoding}`)}
              </Button>
            ))}
          </div>
        )}
        {file && !take.busy && (preview || (look.problem && profiles.length > 1)) && (
          <SheetPreview
            preview={preview}
            choice={choice}
            profiles={profiles}
            busy={busy}
            onChoice={(next) => void show(file, next)}
            actions={
              <>
                <Button
                  variant="default"
                  onClick={() => {
                    setFile(undefined)
                    setPreview(undefined)
                    look.forget()
                  }}
                >
                  {t('cancel')}
                </Button>
                <Button
                  disabled={!preview || preview.problems.length > 0}
                  loading={take.busy}
                  onClick={importNow}
                >
                  {t('intake.import', {
                    count: preview?.totalRows ?? 0,
                    number: showNumber(String(preview?.totalRows ?? 0), language),
                  })}
                </Button>
              </>
            }
          />
        )}
        {take.busy && (
          <ProgressLine title={t('intake.importing')} progress={progress}>
            <Button variant="default" size="xs" loading={end.busy} onClick={() => void end.run({ run })}>
              {t('intake.stop')}
            </Button>
          </ProgressLine>
        )}
        {take.problem && <ProblemMessage problem={take.problem} />}
        {report && <ImportReport report={report} />}
      </Page>
    </>
  )
}
