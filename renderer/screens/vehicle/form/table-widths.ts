import type { CSSProperties } from 'react'
import { type FieldWidth, fieldWidth } from '../../../../shared/ivi/field-width.ts'
import { fieldEntry } from '../../../fields/field-facts.ts'
import { fieldKind } from '../../../fields/field-kind.ts'
import type { TableLook } from './lines.ts'
import type { Slot } from './slots.ts'

/** What stands in a cell beside its characters: borders, padding, the mark of its source. */
const beside = 38
const character = 7.8
const narrowest = 92
/** Behind the last column there is room for a unit. */
const unit = 40
const widestColumn = 150
/** Three states of an indicator, or a number of six digits with the way to its range: two axles stay in sight. */
const widestOfFigures = 117
/** A heading of several words stands in two or three lines. */
const narrowestHead = 140
/** Characters from which on a text is one of sentences. */
const sentences = 500
const besideCodes = 158
const codeBesideText = 108

type Style = CSSProperties & Readonly<Record<`--${string}`, string>>

/** A column for each row: as wide as its widest value, within reason. */
export function columnsStyle({ slots, rows, depth }: TableLook): Style {
  const widest = Math.max(...slots.map((slot) => pixelsOf(widthOf(slot))), narrowest)
  const most = slots.every(isFigure) ? widestOfFigures : widestColumn
  const column = rows.length > 1 ? Math.min(widest, most) : narrowest
  return {
    '--columns': `repeat(${rows.length}, minmax(${column}px, ${rows.length > 1 ? '260px' : '1fr'})) minmax(${unit}px, 52px)`,
    '--need': `${rows.length * (column + 4) + unit}px`,
    '--depth': String(depth),
  }
}

/** A line for each row: each column as wide as its own values. */
export function rowsStyle({ slots, depth }: TableLook): Style {
  const widths = slots.map(widthOf)
  const hasText = slots.length > 1 && slots.some(isLongText)
  const columns = slots.map((slot, at) => {
    // Codes make room for the text beside them, which is what the row is about.
    if (hasText && isLongText(slot)) return { pixels: besideCodes, most: '3fr' }
    if (hasText) return { pixels: codeBesideText, most: '1fr' }
    const width = widths[at] ?? widthOf(slot)
    const pixels = Math.max(narrowestHead, Math.min(pixelsOf(width), 220))
    return { pixels, most: width.grows ? '1fr' : `${Math.round(pixels * 1.4)}px` }
  })
  return {
    '--columns': columns.map(({ pixels, most }) => `minmax(${pixels}px, ${most})`).join(' '),
    '--need': `${columns.reduce((sum, { pixels }) => sum + pixels + 4, 0)}px`,
    '--depth': String(depth),
  }
}

/** A number, or an indicator. */
function isFigure({ field }: Slot): boolean {
  const type = fieldEntry(field)?.type
  const kind = type && fieldKind(type)
  return kind === 'number' || kind === 'indicator'
}

/** A text of sentences, such as a remark. */
function isLongText({ field }: Slot): boolean {
  const { type } = fieldEntry(field) ?? {}
  return type?.base === 'string' && !type.codes && (type.maxLength ?? 0) >= sentences
}

/** A value on a line of its own takes what its type needs. */
export function cellStyle(path: string): Style {
  const { characters, grows } = widthAt(path)
  return { '--characters': String(characters), ...(grows ? { '--grow': '1' } : {}) }
}

function widthOf({ field }: Slot): FieldWidth {
  return widthAt(field)
}

function widthAt(path: string): FieldWidth {
  const entry = fieldEntry(path)
  return entry ? fieldWidth(entry.type) : { characters: 10, grows: false }
}

function pixelsOf({ characters }: FieldWidth): number {
  return Math.round(characters * character + beside)
}
