import { Button, Checkbox, SegmentedControl, Select } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { saveFile } from '../../data/save-file.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { useDraft } from './draft-context.ts'
import styles from './print-dialog.module.css'

interface Props {
  readonly detail: VehicleDetail
  readonly onClose: () => void
}

const whats = ['certificate', 'plate'] as const
type What = (typeof whats)[number]

/** Certificate or plate as a PDF, handed to the user by the window's own way of saving. */
export function PrintDialog({ detail, onClose }: Props): ReactNode {
  const { t, language: spoken } = useWords()
  const { store } = useDraft()
  const { row, editable } = detail
  const languages = useCall('print/languages', {}).value ?? []
  const certificate = useAction('print/certificate')
  const plate = useAction('print/plate')
  const [what, setWhat] = useState<What>('certificate')
  const [chosen, setChosen] = useState<string>()
  const [version, setVersion] = useState(row.version)
  const [duplicate, setDuplicate] = useState(false)
  const [made, setMade] = useState<{ readonly name: string; readonly pages: number }>()
  const language = chosen ?? (languages.some(({ code }) => code === spoken) ? spoken : 'en')
  const isDraft = editable && version === row.version
  const { problem, busy } = what === 'plate' ? plate : certificate
  const make = async (): Promise<void> => {
    setMade(undefined)
    await store.flush()
    const { id } = row
    const printed =
      what === 'plate'
        ? await plate.run({ id, language })
        : await certificate.run({ id, language, version, duplicate: duplicate && !isDraft })
    if (!printed.ok) return
    saveFile(printed.value.name, printed.value.base64)
    setMade(printed.value)
  }
  return (
    <Dialog
      title={t('print-texts.title')}
      onClose={onClose}
      footer={
        <>
          <Button variant="default" onClick={onClose}>
            {t('close')}
          </Button>
          <Button onClick={() => void make()} loading={busy}>
            {t('print-texts.make')}
          </Button>
        </>
      }
    >
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
      </div>
      {problem && <ProblemMessage problem={problem} compact />}
      {made && (
        <p role="status" className={styles.made}>
          {t('print-texts.made', { name: made.name, count: made.pages })}
        </p>
      )}
    </Dialog>
  )
}

function noteOf(what: What, isDraft: boolean): string {
  if (what === 'plate') return 'print-texts.plate-note'
  return isDraft ? 'print-texts.draft-note' : 'print-texts.legal-note'
}
