import type { QuotationForm } from './quotation-form.ts'

const forms = new Map<number | undefined, QuotationForm>()

/** What was typed into a quotation and not saved, while this window is open. */
export function unsavedForm(id: number | undefined): QuotationForm | undefined {
  return forms.get(id)
}

export function keepUnsaved(id: number | undefined, form: QuotationForm | undefined): void {
  if (form) forms.set(id, form)
  else forms.delete(id)
}
