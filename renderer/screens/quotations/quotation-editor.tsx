import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ok } from '../../../shared/result.ts'
import type { QuotationView } from '../../../shared/weights/views.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { BodyFields } from './body-fields.tsx'
import { ChassisFields } from './chassis-fields.tsx'
import { forgetCopy, keepCopy } from './copied-form.ts'
import { HeadFields } from './head-fields.tsx'
import { LoadFields } from './load-fields.tsx'
import { MassRows } from './mass-rows.tsx'
import { OrderDialog } from './order-dialog.tsx'
import type { QuotationForm } from './quotation-form.ts'
import { QuotationHeader } from './quotation-header.tsx'
import { QuotationResult } from './quotation-result.tsx'
import styles from './quotations.module.css'
import { toQuotation } from './to-quotation.ts'
import { keepUnsaved, unsavedForm } from './unsaved-forms.ts'
import { useQuotationWeights } from './use-quotation-weights.ts'

interface Props {
  readonly first: QuotationForm
  /** The kept quotation; absent for a new one. */
  readonly known: QuotationView | undefined
}

/** Form at the left, drawing and verdict at the right; the drawing follows what is typed. */
export function QuotationEditor({ first, known }: Props): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const [form, setForm] = useState(() => unsavedForm(known?.id) ?? first)
  const [ordering, setOrdering] = useState(false)
  const save = useAction('quotation/save')
  const weights = useQuotationWeights(form)
  const changed = JSON.stringify(form) !== JSON.stringify(first)
  const disabled = known?.order !== undefined
  useEffect(() => keepUnsaved(known?.id, changed ? form : undefined), [known?.id, changed, form])
  const keep = async (): Promise<void> => {
    const result = await save.run({ ...(known ? { id: known.id } : {}), json: toQuotation(form) })
    if (!result.ok) return
    const { value } = result
    keepUnsaved(known?.id, undefined)
    forgetCopy()
    client.setQueryData(callKey('quotation/get', { id: value.id }), ok(value))
    await client.invalidateQueries({ queryKey: ['quotation/list'] })
    if (!known) goTo({ screen: 'quotation', id: value.id })
  }
  const onForm = (change: Partial<QuotationForm>): void => setForm((before) => ({ ...before, ...change }))
  const part = { form, onForm, disabled }
  return (
    <div className={styles.screen}>
      <QuotationHeader
        form={form}
        known={known}
        changed={changed}
        busy={save.busy}
        onSave={() => void keep()}
        onDuplicate={() => {
          keepCopy({ ...form, name: t('quotations.copy-of', { name: form.name }) })
          goTo({ screen: 'quotation', id: undefined })
        }}
        onOrder={() => setOrdering(true)}
      />
      <div className={styles.columns}>
        <div className={styles.form}>
          {save.problem && <ProblemMessage problem={save.problem} compact />}
          <HeadFields {...part} />
          <ChassisFields {...part} weights={weights.answer} />
          <BodyFields {...part} />
          <MassRows {...part} />
          <LoadFields {...part} />
        </div>
        <QuotationResult form={form} weights={weights} />
      </div>
      {ordering && known && <OrderDialog id={known.id} onClose={() => setOrdering(false)} />}
    </div>
  )
}
