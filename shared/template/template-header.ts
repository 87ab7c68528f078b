import { type Catalogue, fieldIndex } from '../ivi/catalogue.ts'
import { itemsOf, labelOf, unitOf } from '../ivi/facts.ts'
import { languages } from '../language/languages.ts'
import { type Language, text } from '../messages.ts'
import { normaliseHeader } from '../spreadsheet/header-text.ts'
import { isNeverAsked, rowName } from './template-facts.ts'

/** Columns of a template beside the message. */
export const recordTargets = ['vin', 'order', 'variant', 'options'] as const
type RecordTarget = (typeof recordTargets)[number]

export function isRecordTarget(target: string): target is RecordTarget {
  return recordTargets.some((each) => each === target)
}

/** The item's number in the certificate; empty for what has none (`P1.…` stands for unnumbered lines of page 1). */
export function itemNumber(target: string): string {
  if (target === 'vin') return '0.10'
  return itemsOf(target).find(({ item }) => /^\d/.test(item))?.item ?? ''
}

/** The rows in which a field stands: `Axle 2, tyre 1`; empty outside of tables. */
export function rowsText(target: string, language: Language): string {
  return [...target.matchAll(/([A-Za-z0-9]+)\[(\d+)\]/g)]
    .map(([, group = '', row = '']) => `${rowName(group, language)} ${row}`)
    .join(', ')
}

export function templateLabel(target: string, language: Language): string {
  return isRecordTarget(target)
    ? (text(language, `template.record.${target}.label`) ?? target)
    : labelOf(target, language)
}

/** A column's header: item, rows, label, unit. `13.1 · Axle 1 · Share of the mass in running order [kg]`. */
export function templateHeader(target: string, language: Language): string {
  const unit = isRecordTarget(target) ? '' : unitOf(target)
  const label = templateLabel(target, language)
  return [itemNumber(target), rowsText(target, language), unit ? `${label} [${unit}]` : label]
    .filter(Boolean)
    .join(' · ')
}

/** A header with the numbers of its rows taken out: headers of one field differ in nothing else. */
function shapeOf(header: string): { readonly shape: string; readonly rows: readonly string[] } {
  const parts = normaliseHeader(header).split(' · ')
  const at = parts.findIndex((part, index) => index < parts.length - 1 && /^\p{L}.* \d+$/u.test(part))
  const rows = parts[at]?.match(/\d+(?=,|$)/g) ?? []
  const shape = parts.map((part, index) => (index === at ? part.replace(/\d+(?=,|$)/g, '#') : part))
  return { shape: shape.join(' · '), rows }
}

type Headers = ReadonlyMap<string, string | undefined>
/** By the languages spoken: another one has headers of its own. */
const indexes = new WeakMap<readonly Language[], WeakMap<Catalogue, Headers>>()

/** Shape → target with `[#]` rows; undefined where two fields are called alike. */
function headerIndex(catalogue: Catalogue): Headers {
  const spoken = languages()
  const ofSpoken = indexes.get(spoken) ?? new WeakMap<Catalogue, Headers>()
  indexes.set(spoken, ofSpoken)
  const known = ofSpoken.get(catalogue)
  if (known) return known
  const index = new Map<string, string | undefined>()
  const add = (target: string): void => {
    for (const language of spoken) {
      const { shape } = shapeOf(templateHeader(target.replaceAll('#', '1'), language))
      index.set(shape, index.has(shape) && index.get(shape) !== target ? undefined : target)
    }
  }
  for (const target of recordTargets) add(target)
  for (const path of fieldIndex(catalogue).keys()) if (!isNeverAsked(path)) add(withRows(path, catalogue))
  ofSpoken.set(catalogue, index)
  return index
}

/** The path with `[#]` behind every group that repeats. */
function withRows(path: string, catalogue: Catalogue): string {
  let group = catalogue.groups[catalogue.root]
  return path
    .split('/')
    .map((name) => {
      const member = group?.members.find((each) => each.name === name)
      group = member?.kind === 'group' ? catalogue.groups[member.type] : undefined
      return member?.kind === 'group' && member.max === 'unbounded' ? `${name}[#]` : name
    })
    .join('/')
}

/** What a header of a template in either language names, whichever rows it numbers; undefined for any other words. */
export function targetOfHeader(header: string, catalogue: Catalogue): string | undefined {
  const { shape, rows } = shapeOf(header)
  const target = headerIndex(catalogue).get(shape)
  let next = 0
  return target?.replaceAll('#', () => rows[next++] ?? '1')
}
