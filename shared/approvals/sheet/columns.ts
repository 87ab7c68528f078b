import ranges from '../../../schemas/approvals/ranges.json' with { type: 'json' }
import facts from '../../../schemas/approvals/sheet.json' with { type: 'json' }
import { inLanguage, type Language, type ShippedLanguage } from '../../language/languages.ts'
import { normaliseHeader, withoutBracket } from '../../spreadsheet/header-text.ts'

export type ColumnKey = string

/** A column of the approval sheet. Those of a range are called `massInRunningOrder.min`. */
export interface SheetColumn {
  readonly key: ColumnKey
  readonly width: number
  readonly isDay: boolean
}

const texts = new Map<ColumnKey, Readonly<Record<ShippedLanguage, string>>>()

function rangeColumns(): readonly SheetColumn[] {
  return ranges.ranges.flatMap(({ key, item, unit }) =>
    (['min', 'max'] as const).map((end, at) => {
      const said = (language: ShippedLanguage): string =>
        `${(facts.range[language][at] ?? '').replace('{{item}}', item)} [${unit}]`
      texts.set(`${key}.${end}`, { en: said('en'), de: said('de') })
      return { key: `${key}.${end}`, width: 12, isDay: false }
    }),
  )
}

/** In the order of the template: what says the version stands before what says the base. */
export const sheetColumns: readonly SheetColumn[] = facts.columns.flatMap(({ key, en, de, width }) => {
  texts.set(key, { en, de })
  const column = { key, width, isDay: facts.days.includes(key) }
  return key === 'base' ? [...rangeColumns(), column] : [column]
})

export function headerOf(key: ColumnKey, language: Language): string {
  const said = texts.get(key)
  return said ? inLanguage(said, language) : key
}

const keysByHeader = new Map(
  [...texts].flatMap(([key, { en, de }]) =>
    [en, de].map((header): [string, ColumnKey] => [normaliseHeader(withoutBracket(header)), key]),
  ),
)

/** The column that a header means, in either language; undefined for any other. */
export function columnOfHeader(header: string): ColumnKey | undefined {
  return keysByHeader.get(normaliseHeader(withoutBracket(header)))
}

/** What an empty list is written as, since an empty cell leaves the list open. */
export const noneMark = facts.none
export const legendOf = (language: Language): readonly (readonly string[])[] =>
  inLanguage(facts.legend, language)

/** What the sheets of the workbook are called. */
export const workbookWords = facts.workbook
