import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import type { DocumentPart } from './document-tree.ts'
import type { NamedText } from './read-result.ts'
import { resultTools } from './result-tools.ts'

const vinNames = new Set(resultTools.flatMap(({ vin }) => vin.map((name) => name.toLowerCase())))
const isVinName = (name: string): boolean => vinNames.has(name.replace(/^@/, '').trim().toLowerCase())

/**
 * Names and texts of a document. Where it holds several vehicles, those of the part that states our VIN, or of the
 * whole where none does.
 */
export function textsOfDocument(root: DocumentPart, vin: string): readonly NamedText[] {
  const vehicles = partsWithVin(root)
  const ours = vehicles.find((part) =>
    part.parts.some(({ name, text }) => isVinName(name) && text.trim().toUpperCase() === vin),
  )
  return textsOf(vehicles.length > 1 && ours ? ours : root, '')
}

function partsWithVin(part: DocumentPart): readonly DocumentPart[] {
  const inner = part.parts.flatMap(partsWithVin)
  return part.parts.some(({ name }) => isVinName(name)) ? [part, ...inner] : inner
}

function textsOf(part: DocumentPart, prefix: string): readonly NamedText[] {
  return part.parts.flatMap((one) => {
    const at = `${prefix}${one.name}`
    const own = one.text.trim() === '' ? [] : [{ name: one.name.replace(/^@/, ''), text: one.text, at }]
    return [...own, ...textsOf(one, `${at}/`)]
  })
}

/**
 * Names and texts of delimited rows: a header with one row a vehicle (ours, where it is among them), or one name and
 * value a line. Where cells are parted by semicolons a comma is the decimal sign.
 */
export function textsOfRows(rows: readonly SheetRow[], vin: string, delimiter: string): readonly NamedText[] {
  const [header, ...others] = rows
  if (!header) return []
  const column = header.texts.findIndex(isVinName)
  const isList = header.texts.length > 2 && column >= 0 && others.length > 0
  const decimal = (text: string): string =>
    delimiter === ';' ? text.trim().replace(/^(-?\d+),(\d+)$/, '$1.$2') : text
  if (isList) {
    const own = others.find((row) => row.texts[column]?.trim().toUpperCase() === vin) ?? others[0]
    return header.texts.map((name, at) => ({
      name,
      text: decimal(own?.texts[at] ?? ''),
      at: `${own?.row ?? 0}:${at + 1}`,
    }))
  }
  return rows.map(({ row, texts }) => ({
    name: texts[0] ?? '',
    text: decimal(texts[1] ?? ''),
    at: `${row}:2`,
  }))
}
