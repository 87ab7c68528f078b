import type { ReactNode } from 'react'
import { useCall } from '../../data/use-call.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { takeCopy } from './copied-form.ts'
import { fromQuotation } from './from-quotation.ts'
import { QuotationEditor } from './quotation-editor.tsx'
import { emptyForm } from './quotation-form.ts'
import styles from './quotations.module.css'

/** One quotation; without an id a new one. */
export function QuotationScreen({ id }: { readonly id: number | undefined }): ReactNode {
  if (id === undefined) return <QuotationEditor first={takeCopy() ?? emptyForm} known={undefined} />
  return <KeptQuotation id={id} />
}

function KeptQuotation({ id }: { readonly id: number }): ReactNode {
  const answer = useCall('quotation/get', { id })
  if (answer.problem) {
    return (
      <div className={styles.problem}>
        <ProblemMessage problem={answer.problem} />
      </div>
    )
  }
  if (!answer.value) return <div className={styles.waiting} aria-busy="true" />
  return <QuotationEditor key={id} first={fromQuotation(answer.value.quotation)} known={answer.value} />
}
