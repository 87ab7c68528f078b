import type { CodeDescription } from './describe-codes.ts'
import type { FieldDescription } from './describe-fields.ts'
import { baseCategory, relevance } from './facts.ts'
import { type FormSection, isForCategory } from './layout.ts'

/** What somebody wants to see of a release; whatever is empty asks for nothing. */
export interface Narrowing {
  /** Words that must all be found: in label, help, name or path, as the number of an item, or as a code. */
  readonly search: string
  /** Id of a section of the form. */
  readonly section: string
  /** A category of the release, such as `N2GS` or `L5e`; fields that do not belong to it fall away. */
  readonly category: string
  /** C, V or I; counts together with a category. Without one a field stays that any stage may have. */
  readonly stage: string
}

export interface Description {
  readonly fields: readonly FieldDescription[]
  readonly codes: Readonly<Record<string, readonly CodeDescription[]>>
}

/**
 * The fields asked for with the lists that they take their codes from, and beside them the single codes that the
 * search finds. Where nothing is asked, everything.
 */
export function narrowDescription(
  { fields, codes }: Description,
  { search, section, category, stage }: Narrowing,
  sections: readonly FormSection[],
): Description {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && section === '' && category === '' && stage === '') return { fields, codes }
  const foreign = new Set(sections.filter((each) => !isForCategory(each, category)).map(({ id }) => id))
  const found = fields.filter(
    (field) =>
      (section === '' || field.section === section) &&
      !foreign.has(field.section) &&
      mayStand(field.path, category, stage) &&
      words.every((word) => speaksOf(field, word)),
  )
  const taken = new Set(found.map((field) => field.codes))
  const lists = Object.entries(codes).map(([type, list]): [string, readonly CodeDescription[]] =>
    taken.has(type) ? [type, list] : [type, words.length > 0 && section === '' ? named(list, words) : []],
  )
  return { fields: found, codes: Object.fromEntries(lists.filter(([, list]) => list.length > 0)) }
}

/** What nobody knows stays: only that a field does not belong takes it away. */
function mayStand(path: string, category: string, stage: string): boolean {
  const stages = stage === '' ? ['C', 'V', 'I'] : [stage]
  const base = baseCategory(category)
  return base === '' || stages.some((each) => relevance(path, base, each) !== 'irrelevant')
}

function speaksOf({ label, help, path, items }: FieldDescription, word: string): boolean {
  if (/^\d+(\.\d+)*$/.test(word))
    return items.some((item) => item === word || /^[.(]/.test(after(item, word)))
  return [label.text, help?.text ?? '', path].some((text) => text.toLowerCase().includes(word))
}

/** What follows a number in a longer one: `.1` of 13.1 after 13, nothing of 131. */
function after(item: string, number: string): string {
  return item.startsWith(number) ? item.slice(number.length) : ''
}

function named(list: readonly CodeDescription[], words: readonly string[]): readonly CodeDescription[] {
  return list.filter(({ code, label }) =>
    words.every((word) => code.toLowerCase() === word || label?.toLowerCase().includes(word)),
  )
}
