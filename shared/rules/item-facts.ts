import items from '../../schemas/ivi/2.0/items.json' with { type: 'json' }
import labels from '../../schemas/ivi/2.0/labels.json' with { type: 'json' }
import { type Language, text } from '../messages.ts'

/** A CoC item that holds a field and the categories it stands on; `null` means that they are not known. */
export interface ItemFact {
  readonly item: string
  readonly complete: readonly string[] | null
  readonly incomplete: readonly string[] | null
}

const byField = new Map<string, ItemFact[]>()
for (const item of items.items as readonly (ItemFact & { readonly fields: readonly string[] })[]) {
  for (const path of item.fields) byField.set(path, [...(byField.get(path) ?? []), item])
}

/** The items of the certificate that hold a field, by its schema path. */
export function itemsOf(path: string): readonly ItemFact[] {
  return byField.get(path) ?? []
}

const byName: Readonly<
  Record<string, Readonly<Partial<Record<Language, { readonly text: string }>>> | undefined>
> = labels.labels

/** What a field or group is called, and the number of its item; empty where it has none. */
export function fieldLabel(
  path: string,
  language: Language,
): { readonly label: string; readonly item: string } {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const label = byName[name]?.[language]?.text ?? text(language, `rule-groups.${name}`) ?? spelledOut(name)
  return { label, item: itemNumber(path) }
}

/** `18` for 18.1 and 18.2: what all numbers of a field share. The unnumbered lines of page 1 have none. */
function itemNumber(path: string): string {
  const numbers = itemsOf(path)
    .map(({ item }) => item.replace(/\(.*$/, ''))
    .filter((item) => /^\d/.test(item))
  const [first = '', ...others] = new Set(numbers)
  return others.length === 0 ? first : (first.split('.')[0] ?? '')
}

function spelledOut(name: string): string {
  const words = name.replace(/(Group|Table)$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2')
  return words.slice(0, 1) + words.slice(1).toLowerCase()
}
