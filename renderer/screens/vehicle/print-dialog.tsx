import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { bytesOf } from '../../data/bytes-of.ts'
import { saveFile } from '../../data/save-file.ts'
import { useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { PdfPreview } from '../../parts/pages/pdf-preview.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { useDraft } from './draft-context.ts'
import styles from './print-dialog.module.css'

interface Props {
  readonly detail: VehicleDetail
  readonly onClose: () => void
}

const whats = ['certificate', 'plate'] as const
type What = (typeof whats)[number]

/** Certificate or plate as it will lie on paper; printed from here, or saved as a PDF. */
export function PrintDialog({ detail, onClose }: Props): ReactNode {
  const { t, language: spoken } = useWords()
  const { row, editable } = detail
  const { id } = row
  const languages = useCall('print/languages', {}).value ?? []
  const [what, setWhat] = useState<What>('certificate')
  const [chosen, setChosen] = useState<string>()
  const [version, setVersion] = useState(row.version)
  const [duplicate, setDuplicate] = useState(false)
  const [saved, setSaved] = useState<string>()
  const [printing, setPrinting] = useState(false)
  const language = chosen ?? (languages.some(({ code }) => code === spoken) ? spoken : 'en')
  const isDraft = editable && version === row.version
  const enabled = useAllSaved() && languages.length > 0
  const plate = useCall('print/plate', { id, language }, { enabled: enabled && what === 'plate' })
  const certificate = useCall(
    'print/certificate',
    { id, language, version, duplicate: duplicate && !isDraft },
    { enabled: enabled && what === 'certificate' },
  )
  const { value: printed, problem } = what === 'plate' ? plate : certificate
  const print = async (base64: string): Promise<void> => {
    setPrinting(true)
    try {
      const { printPdf } = await import('../../parts/pages/print-pdf.ts')
      await printPdf(bytesOf(base64))
    } finally {
      setPrinting(false)
    }
  }
  return (
    <Dialog
      title={t('print-texts.title')}
      onClose={onClose}
      size={880}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button
            variant="default"
            disabled={!printed}
            onClick={() => {
              if (!printed) return
              saveFile(printed.name, printed.base64)
              setSaved(printed.name)
            }}
          >
            {t('print-texts.make')}
          </Button>
          <Button
            disabled={!printed}
            loading={printing}
            onClick={() => printed && void print(printed.base64)}
          >
            {t('print-texts.print')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.form}>
          <SegmentedControl
            fullWidth
            aria-label={t('print-texts.what')}
            data={whats.map((value) => ({ value, label: t(`print-texts.${value}`) }))}
            value={what}
            onChange={(value) => setWhat(value === 'plate' ? 'plate' : 'certificate')}
          />
          <p className={styles.note}>{t(noteOf(what, isDraft))}</p>
          <Select
            label={t('print-texts.language')}
            allowDeselect={false}
            data={languages.map(({ code, name }) => ({ value: code, label: name }))}
            value={language}
            onChange={(value) => setChosen(value ?? undefined)}
          />
          {what === 'certificate' && row.version > 1 && (
            <Select
              label={t('print-texts.version')}
              allowDeselect={false}
              data={Array.from({ length: row.version }, (_, at) => String(row.version - at))}
              value={String(version)}
              onChange={(value) => setVersion(Number(value))}
            />
          )}
          {what === 'certificate' && (
            <Checkbox
              label={t('print-texts.duplicate')}
              description={t('print-texts.duplicate-note')}
              disabled={isDraft}
              checked={duplicate && !isDraft}
              onChange={(event) => setDuplicate(event.currentTarget.checked)}
            />
          )}
          {printed && saved === printed.name && (
            <p role="status" className={styles.made}>
              {t('print-texts.made', { name: printed.name, count: printed.pages })}
            </p>
          )}
        </div>
        {problem ? (
          <ProblemMessage problem={problem} />
        ) : (
          <PdfPreview name={printed?.name ?? ''} base64={printed?.base64} />
        )}
      </div>
    </Dialog>
  )
}

/** True once nothing typed waits to be saved: what is printed is what is kept. */
function useAllSaved(): boolean {
  const { store } = useDraft()
  const [saved, setSaved] = useState(false)
  useEffect(() => {
    let left = false
    void store.flush().then(() => !left && setSaved(true))
    return () => {
      left = true
    }
  }, [store])
  return saved
}

function noteOf(what: What, isDraft: boolean): string {
  if (what === 'plate') return 'print-texts.plate-note'
  return isDraft ? 'print-texts.draft-note' : 'print-texts.legal-note'
}
