import { Button, NumberInput, Select, Switch } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { usualRows } from '../../../shared/template/template-facts.ts'
import { saveFile } from '../../data/save-file.ts'
import { useAction } from '../../data/use-action.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { codeChoices, fieldEntry } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'

const stages = ['V', 'C', 'I'] as const
const mostAxles = 20

/** For which vehicles a workbook to fill in is wanted; the file goes where the window saves files. */
export function TemplateDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, language } = useWords()
  const { variants } = useWorkspace()
  const make = useAction('template/make')
  const [category, setCategory] = useState<string | null>(variants[0]?.categories[0] ?? null)
  const [stage, setStage] = useState<string>('V')
  const [all, setAll] = useState(false)
  const [axles, setAxles] = useState<number>()
  const type = fieldEntry('CocDataGroup/VehicleCategory')?.type
  const save = async (): Promise<void> => {
    if (category === null) return
    const rows = axles === undefined ? {} : { AxleGroup: axles }
    const made = await make.run({ category, stage, all, rows })
    if (!made.ok) return
    saveFile(made.value.name, made.value.base64)
    onClose()
  }
  return (
    <Dialog
      title={t('intake.template.title')}
      onClose={onClose}
      action={
        <Button disabled={category === null} loading={make.busy} onClick={() => void save()}>
          {t('intake.template.save')}
        </Button>
      }
    >
      <p>{t('intake.template.text')}</p>
      <Select
        label={t('intake.template.category')}
        searchable
        limit={60}
        data={(type ? codeChoices(type, language) : []).map(({ code, label }) => ({
          value: code,
          label: label ? `${code} – ${label}` : code,
        }))}
        value={category}
        onChange={setCategory}
      />
      <Select
        label={t('intake.template.stage')}
        allowDeselect={false}
        data={stages.map((value) => ({ value, label: t(`intake.template.stages.${value}`) }))}
        value={stage}
        onChange={(value) => value && setStage(value)}
      />
      <NumberInput
        label={t('intake.template.axles')}
        min={1}
        max={mostAxles}
        clampBehavior="strict"
        allowDecimal={false}
        value={axles ?? usualRows('AxleGroup', category ?? '')}
        onChange={(value) => setAxles(typeof value === 'number' ? value : undefined)}
      />
      <Switch
        label={t('intake.template.all')}
        description={t('intake.template.all-note')}
        checked={all}
        onChange={(event) => setAll(event.currentTarget.checked)}
      />
      {make.problem && <ProblemMessage problem={make.problem} />}
    </Dialog>
  )
}
