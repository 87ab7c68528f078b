import { Button, Menu } from '@mantine/core'
import { IconCertificate, IconPlus, IconTable } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import type { ApprovalImport } from '../../../shared/record/views.ts'
import { fileInput } from '../../api.ts'
import { receiveDroppedFiles } from '../../data/dropped-files.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { DropZone } from '../../parts/drop-zone.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilePath } from '../../parts/file-path.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { ApprovalList } from './approval-list.tsx'
import { ApprovalPage } from './approval-page.tsx'
import styles from './approvals.module.css'
import { ImportReport } from './import-report.tsx'
import { YardClock } from './yard-clock.tsx'

const newApproval = 'new'

/** The approval folder: what lapses next, and each approval to read and to edit. */
export function ApprovalsScreen({ chosen }: { readonly chosen: string | undefined }): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const list = useCall('approval/list', {}, { keepLast: true })
  const bring = useAction('approval/import')
  const sheet = useAction('approval/sheet')
  const [report, setReport] = useState<ApprovalImport>()
  const [made, setMade] = useState('')
  const refresh = useCallback(async () => {
    for (const name of ['approval/list', 'approval/clock', 'vehicle/get'])
      await client.invalidateQueries({ queryKey: [name] })
  }, [client])
  const take = useCallback(
    async (files: readonly File[]) => {
      const [file] = files
      if (!file) return
      setReport(undefined)
      const done = await bring.run({ file: await fileInput(file) })
      if (done.ok) setReport(done.value)
      await refresh()
    },
    [bring.run, refresh],
  )
  useEffect(() => receiveDroppedFiles((files) => void take(files)), [take])
  const views = list.value ?? []
  const current = views.find(({ approval }) => approval.number === chosen)
  const begins = chosen === newApproval
  const empty = list.value?.length === 0 && !begins
  const drop = (small: boolean): ReactNode => (
    <DropZone
      small={small}
      heading={t('folder.drop')}
      text={t('folder.drop-text')}
      accept=".json,.xlsx,.csv"
      onFiles={(files) => void take(files)}
    />
  )
  return (
    <>
      <ScreenHeader title={t('screens.approvals')} note={t('folder.note')}>
        <Menu position="bottom-end" width={260} shadow="md">
          <Menu.Target>
            <Button size="xs" variant="default" leftSection={<IconTable size={15} />} loading={sheet.busy}>
              {t('folder.sheet')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {(['example', 'folder'] as const).map((content) => (
              <Menu.Item
                key={content}
                disabled={content === 'folder' && views.length === 0}
                onClick={async () => {
                  const done = await sheet.run({ content })
                  if (done.ok) setMade(done.value.file)
                }}
              >
                {t(`folder.sheet-${content}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
        <Button
          size="xs"
          leftSection={<IconPlus size={15} />}
          onClick={() => goTo({ screen: 'approvals', approval: newApproval })}
        >
          {t('folder.add')}
        </Button>
      </ScreenHeader>
      <div className={styles.screen}>
        <div className={styles.side}>
          <ApprovalList views={views} chosen={current?.approval.number} begins={begins} />
          {!empty && drop(true)}
        </div>
        <div className={styles.main}>
          {made !== '' && <FilePath label={t('folder.sheet-made')} path={made} />}
          {[list.problem, bring.problem, sheet.problem].map(
            (problem) => problem && <ProblemMessage key={problem.code} problem={problem} />,
          )}
          {report && <ImportReport report={report} />}
          {begins || current ? (
            <ApprovalPage
              key={current ? JSON.stringify(current.approval) : newApproval}
              view={current}
              onKept={refresh}
            />
          ) : empty ? (
            <EmptyState
              icon={<IconCertificate size={24} stroke={1.6} />}
              heading={t('folder.empty')}
              text={t('folder.empty-text')}
            >
              {drop(false)}
            </EmptyState>
          ) : (
            <YardClock />
          )}
        </div>
      </div>
    </>
  )
}
