import { itemsOf, wordingOf } from '../ivi/facts.ts'
import { type Language, text } from '../messages.ts'

/** What a field or group is called with the number of its item, such as `Colour (40)`. */
export function fieldLabel(path: string, language: Language): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\[\d+\]$/, '')
  const label = wordingOf(path, language)?.text ?? text(language, `rule-groups.${name}`) ?? spelledOut(name)
  const item = itemNumber(path)
  if (!item) return label
  // A label that ends in brackets takes the number into them.
  return label.endsWith(')') ? `${label.slice(0, -1)}, ${item})` : `${label} (${item})`
}

/** `18` for 18.1 and 18.2: what all numbers of a field share. The unnumbered lines of page 1 have none. */
function itemNumber(path: string): string {
  const numbers = itemsOf(path)
    .map(({ item }) => item.replace(/\(.*$/, ''))
    .filter((item) => /^\d/.test(item))
  const [first, ...others] = new Set(numbers)
  const shared = (first ?? '')
    .split('.')
    .filter((_, index, parts) => others.every((other) => startsWith(other.split('.'), parts, index)))
  return shared.join('.') || (first ?? '')
}

function startsWith(other: readonly string[], parts: readonly string[], index: number): boolean {
  return parts.slice(0, index + 1).every((part, at) => other[at] === part)
}

function spelledOut(name: string): string {
  const words = name.replace(/(Group|Table)$/, '').replace(/([a-z0-9])([A-Z])/g, '$1 $2')
  return words.slice(0, 1) + words.slice(1).toLowerCase()
}
