import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import { valueAt } from '../../../../shared/ivi/message.ts'
import type { VehicleDetail } from '../../../../shared/record/views.ts'
import { ok } from '../../../../shared/result.ts'
import { useAction } from '../../../data/use-action.ts'
import { callKey } from '../../../data/use-call.ts'
import { fieldEntry, fieldName } from '../../../fields/field-facts.ts'
import { NumberField } from '../../../fields/number-field.tsx'
import { readDay, showDay } from '../../../language/date-text.ts'
import { showNumber } from '../../../language/number-text.ts'
import { useWords } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { useDraft } from '../draft-context.ts'
import { rowNumber } from '../form/row-label.ts'
import { weighablePlaces } from '../weighable.ts'
import styles from './weighing.module.css'

interface Props {
  readonly detail: VehicleDetail
  readonly onClose: () => void
  /** The switch to the other kind of weighing. */
  readonly mode: ReactNode
}

/** Single values that a scale or a tape said, with the slip that proves them; nothing is normalised. */
export function MeasuredDialog({ detail, onClose, mode }: Props): ReactNode {
  const { t, language } = useWords()
  const { store } = useDraft()
  const client = useQueryClient()
  const form = useId()
  const { id } = detail.row
  const places = weighablePlaces(detail.tree)
  const weighed = new Map(
    places.flatMap((path) =>
      detail.sources[path]?.kind === 'measured' ? [[path, valueAt(detail.tree, path) ?? '']] : [],
    ),
  )
  const known = places.map((path) => detail.sources[path]).find((source) => source?.kind === 'measured')
  const [slip, setSlip] = useState(known?.kind === 'measured' ? known.slip : '')
  const [day, setDay] = useState(() =>
    showDay((known?.kind === 'measured' && known.day) || new Date().toLocaleDateString('sv'), language),
  )
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(weighed)
  const weigh = useAction('vehicle/weigh')
  const isoDay = readDay(day)
  const changed = places.filter((path) => (typed.get(path) ?? '') !== (weighed.get(path) ?? ''))
  const ready = slip.trim() !== '' && isoDay !== undefined && changed.length > 0
  const submit = async (): Promise<void> => {
    await store.flush()
    const values = changed.map((path) => ({ path, value: typed.get(path) || null }))
    const result = await weigh.run({ id, slip, day: isoDay ?? '', values })
    if (!result.ok) return
    client.setQueryData(callKey('vehicle/get', { id }), ok(result.value))
    onClose()
  }
  return (
    <Dialog
      title={t('weighing.title')}
      onClose={onClose}
      size={640}
      action={
        <Button type="submit" form={form} disabled={!ready} loading={weigh.busy}>
          {t('save')}
        </Button>
      }
    >
      {mode}
      <p>{t('weighing.text')}</p>
      <form
        id={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (ready) void submit()
        }}
      >
        <div className={styles.slip}>
          <TextInput
            label={t('weighing.slip')}
            required
            maxLength={100}
            value={slip}
            onChange={(event) => setSlip(event.currentTarget.value)}
            data-autofocus
          />
          <TextInput
            label={t('weighing.day')}
            required
            placeholder={t('form.day-form')}
            value={day}
            error={day.trim() !== '' && !isoDay ? t('weighing.no-day') : undefined}
            onChange={(event) => setDay(event.currentTarget.value)}
            onBlur={() => isoDay && setDay(showDay(isoDay, language))}
          />
        </div>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('form.field')}</th>
              <th scope="col" className={styles.number}>
                {t('weighing.stated')}
              </th>
              <th scope="col" className={styles.number}>
                {t('weighing.weighed')}
              </th>
              <th>
                <span className="hidden-text">{t('weighing.unit')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {places.map((path) => {
              const type = fieldEntry(path)?.type
              if (!type) return null
              const row = rowNumber(path)
              const name = [fieldName(path, language), row && t('weighing.row', { row })]
              const label = name.filter(Boolean).join(' · ')
              return (
                <tr key={path}>
                  <th scope="row">{label}</th>
                  <td className={styles.number}>{showNumber(valueAt(detail.tree, path) ?? '', language)}</td>
                  <td className={styles.input}>
                    <NumberField
                      type={type}
                      path={`weighing:${path}`}
                      value={typed.get(path) ?? ''}
                      onValue={(value) => setTyped(new Map(typed).set(path, value))}
                      label={`${t('weighing.weighed')}: ${label}`}
                      invalid={weigh.problem?.where?.path === path}
                      readOnly={false}
                    />
                  </td>
                  <td className={styles.unit}>{unitOf(path)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </form>
      {weigh.problem && <ProblemMessage problem={weigh.problem} compact />}
    </Dialog>
  )
}
