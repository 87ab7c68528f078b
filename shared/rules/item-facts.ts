import type { Language } from '../messages.ts'

/** A CoC item that holds a field; empty lists mean that nothing is known. */
export interface ItemFact {
  readonly item: string
  readonly complete: readonly string[]
  readonly incomplete: readonly string[]
}

export function itemsOf(_path: string): readonly ItemFact[] {
  return []
}

export function fieldLabel(
  path: string,
  _language: Language,
): { readonly label: string; readonly item: string } {
  return { label: path.slice(path.lastIndexOf('/') + 1), item: '' }
}
