import type { QuotationForm } from './quotation-form.ts'

let copied: QuotationForm | undefined

/** Keeps a form for the new quotation that is opened next. */
export function keepCopy(form: QuotationForm): void {
  copied = form
}

/** The form that was kept; it begins one quotation and stays so while that one is drawn anew. */
export function takeCopy(): QuotationForm | undefined {
  return copied
}

export function forgetCopy(): void {
  copied = undefined
}
