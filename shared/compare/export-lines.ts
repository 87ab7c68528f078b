import type { Catalogue } from '../ivi/catalogue.ts'
import { itemNumber, labelOf, unitOf } from '../ivi/facts.ts'
import { type Language, text } from '../messages.ts'
import { csvText } from '../spreadsheet/write-csv.ts'
import { arrange } from './arrange.ts'
import type { ComparedValue } from './comparison.ts'
import type { PairDetail, SideView } from './views.ts'
import { bareValue, rowsInWords, sectionInWords, sideInWords } from './words.ts'

/** One value of a comparison for machines, with the words beside it; the shape is stable. */
export interface ComparedLine {
  /** Schema path. */
  readonly path: string
  readonly leftPath: string
  readonly rightPath: string
  readonly section: string
  readonly item: string
  readonly label: string
  readonly rows: string
  readonly unit: string
  readonly left: string | null
  readonly right: string | null
  readonly same: boolean
}

/** Values in the order of the certificate. */
export function comparedLines(values: readonly ComparedValue[], language: Language): readonly ComparedLine[] {
  return arrange(values).flatMap(({ section, blocks }) =>
    blocks.flatMap((block) =>
      block.values.map(({ path, rows, left, right, leftPath, rightPath, same }) => ({
        path,
        leftPath,
        rightPath,
        section: sectionInWords(section, language),
        item: itemNumber(path),
        label: labelOf(path, language),
        rows: rowsInWords(rows, language),
        unit: unitOf(path),
        left,
        right,
        same,
      })),
    ),
  )
}

const columns = [
  'vin',
  'left',
  'right',
  'section',
  'item',
  'label',
  'rows',
  'leftValue',
  'rightValue',
  'unit',
  'path',
]

/** Differences of pairs as a table, a row a value; what speaks of the message itself closes each pair. */
export function comparisonCsv(
  pairs: readonly PairDetail[],
  catalogue: Catalogue,
  language: Language,
): string {
  const header = columns.map((column) => text(language, `compare-screen.columns.${column}`) ?? column)
  const lines = pairs.flatMap(({ left, right, vehicle, message }) =>
    [...comparedLines(vehicle, language), ...comparedLines(message, language)]
      .filter(({ same }) => !same)
      .map((line) => [
        vinOf(left, right),
        sideInWords(left, language),
        sideInWords(right, language),
        line.section,
        line.item,
        line.label,
        line.rows,
        bareValue(line.path, line.left, catalogue, language),
        bareValue(line.path, line.right, catalogue, language),
        line.unit,
        line.path,
      ]),
  )
  return csvText([header, ...lines], ';')
}

/** One VIN, or both where two vehicles are compared; a message may name none. */
export function vinOf(left: SideView, right: SideView): string {
  return [...new Set([left.vin, right.vin])].filter(Boolean).join(' / ')
}

/** Pairs as JSON of a stable shape; equal values are left out unless `all`. */
export function pairLines(pair: PairDetail, language: Language, all = false) {
  const { vehicle, message, ...view } = pair
  const wanted = (values: readonly ComparedValue[]) =>
    comparedLines(values, language).filter(({ same }) => all || !same)
  return { ...view, differences: wanted(vehicle), message: wanted(message) }
}
