import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import type { ValueType } from '../ivi/catalogue.ts'
import { codeEntry } from '../ivi/code-words.ts'
import { baseCategory, exampleOf, helpOf } from '../ivi/facts.ts'
import { localeOf, shippedFor } from '../language/languages.ts'
import { type Language, text } from '../messages.ts'
import type { TemplateColumn } from './template-columns.ts'
import { isRecordTarget } from './template-header.ts'
import type { TemplateKind } from './template-key.ts'

/** What the cells of a column are, for whoever formats and checks them. */
export type CellForm =
  | { readonly kind: 'vin' | 'free' | 'date' | 'date-time' }
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'whole'; readonly min: number; readonly max: number }
  | { readonly kind: 'decimal'; readonly min: number; readonly max: number; readonly decimals: number }
  | { readonly kind: 'code' | 'indicator'; readonly type: ValueType }

export function cellForm({ target, field }: TemplateColumn): CellForm {
  if (target === 'vin') return { kind: 'vin' }
  const type = field?.type
  if (!type) return { kind: 'free' }
  if (type.codes) return { kind: type.name === 'Indicator' ? 'indicator' : 'code', type }
  const [min, max] = [Number(type.minInclusive ?? 0), Number(type.maxInclusive ?? 0)]
  switch (type.base) {
    case 'decimal':
      return { kind: 'decimal', min, max, decimals: type.fractionDigits ?? 0 }
    case 'int':
    case 'short':
      return { kind: 'whole', min, max }
    case 'date':
      return { kind: 'date' }
    case 'dateTime':
      return { kind: 'date-time' }
    case 'string':
      return type.maxLength === undefined ? { kind: 'free' } : { kind: 'text', max: type.maxLength }
  }
}

/** The sign before the decimals where a number is written as a text. */
export function decimalSign(language: Language): '.' | ',' {
  const parts = new Intl.NumberFormat(localeOf(language)).formatToParts(0.5)
  return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.'
}

/** How a day is shown, and read where it is a text. */
export function dayForm(language: Language): 'dd.mm.yyyy' | 'yyyy-mm-dd' {
  return shippedFor(language) === 'de' ? 'dd.mm.yyyy' : 'yyyy-mm-dd'
}

/** What to write into the cell, in words. */
export function writeText(form: CellForm, language: Language): string {
  const args = Object.fromEntries(
    Object.entries(form).map(([key, value]) => [
      key,
      typeof value === 'number' ? value.toLocaleString(localeOf(language), { maximumFractionDigits: 6 }) : '',
    ]),
  )
  return text(language, `template.write.${form.kind}`, args) ?? ''
}

/** What the field means; empty where nobody has said. */
export function helpText({ target }: TemplateColumn, language: Language): string {
  if (isRecordTarget(target)) return text(language, `template.record.${target}.help`) ?? ''
  return helpOf(target, language)?.text ?? ''
}

/** A typical value as it is written into the cell; of the vehicle categories one that the template is for. */
export function exampleText(
  column: TemplateColumn,
  form: CellForm,
  { category, language }: Pick<TemplateKind, 'category' | 'language'>,
): string {
  const { target } = column
  if (isRecordTarget(target)) return text(language, `template.record.${target}.example`) ?? ''
  const offered = 'type' in form && target === paths.category ? offeredCodes(column, form.type, category) : []
  const example = offered.includes(category) ? category : (offered[0] ?? exampleOf(target))
  if (example === undefined) return ''
  if (form.kind === 'code' || form.kind === 'indicator') {
    const code = form.type.codes?.find((each) => each === example)
    return code === undefined ? '' : listEntry(form, code, language)
  }
  if (form.kind === 'whole' || form.kind === 'decimal') return example.replace('.', decimalSign(language))
  if (form.kind !== 'date' || dayForm(language) === 'yyyy-mm-dd') return example
  return example.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3.$2.$1')
}

/** How a code stands in the cell's list; yes and no stand there without their letters. */
export function listEntry(
  form: Extract<CellForm, { type: ValueType }>,
  code: string,
  language: Language,
): string {
  const entry = codeEntry(form.type, code, language)
  return form.kind === 'indicator' ? entry.replace(/^\S+ – /, '') : entry
}

/** The codes that a column offers: of the vehicle categories those that are the template's with their suffixes. */
export function offeredCodes(column: TemplateColumn, type: ValueType, category: string): readonly string[] {
  const codes = type.codes ?? []
  if (column.target !== paths.category) return codes
  return codes.filter((code) => code.startsWith(baseCategory(category)))
}
