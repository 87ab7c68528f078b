import { rangeFacts } from '../../../shared/approvals/approval.ts'
import { readExtensions, readFigure, readList } from '../../../shared/approvals/sheet/cells.ts'
import type { Cell } from '../../../shared/spreadsheet/cell.ts'
import { readDay } from '../../language/date-text.ts'
import type { DraftApproval, DraftBase, DraftExtension, DraftVersion } from './draft-approval.ts'

export interface ReadDraft {
  /** What the backend parses. */
  readonly json: unknown
  /** Places of boxes that cannot be read, such as `extensions.0.issued`. */
  readonly unreadable: ReadonlySet<string>
}

/** The draft as the contract takes it. */
export function readDraft(draft: DraftApproval): ReadDraft {
  const unreadable = new Set<string>()
  const reader = readerOf(unreadable)
  const json = {
    number: draft.number.trim(),
    kind: draft.kind,
    ...reader.figure('yearlyLimit', 'yearlyLimit', draft.yearlyLimit),
    ...(draft.note.trim() === '' ? {} : { note: draft.note.trim() }),
    extensions: draft.extensions.map((extension, at) => readExtension(reader, extension, `extensions.${at}`)),
    vehicles: draft.vehicles
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map((vin) => vin.toUpperCase()),
  }
  return { json, unreadable }
}

type Reader = ReturnType<typeof readerOf>

function readerOf(unreadable: Set<string>) {
  const cell = (text: string): Cell => ({ text, kind: 'text', row: 0, column: '' })
  return {
    day: (place: string, name: string, text: string): Readonly<Record<string, string>> => {
      if (text.trim() === '') return {}
      const day = readDay(text)
      if (!day) unreadable.add(`${place}.${name}`)
      return { [name]: day ?? text }
    },
    figure: (place: string, name: string, text: string): Readonly<Record<string, number>> => {
      if (text.trim() === '') return {}
      const figure = readFigure(cell(text))
      if (!figure.ok) unreadable.add(place)
      return figure.ok ? { [name]: figure.value } : {}
    },
    extensions: (place: string, text: string): readonly string[] => {
      const read = readExtensions(cell(text))
      if (!read.ok) unreadable.add(place)
      return read.ok ? read.value : []
    },
  }
}

function readExtension(reader: Reader, draft: DraftExtension, place: string): unknown {
  return {
    extension: draft.extension.trim(),
    ...{ issued: '', ...reader.day(place, 'issued', draft.issued) },
    ...reader.day(place, 'validUntil', draft.validUntil),
    ...reader.day(place, 'endOfSeries', draft.endOfSeries),
    versions: draft.versions.map((version, at) => readVersion(reader, version, `${place}.versions.${at}`)),
    bases: draft.bases.map((base, at) => readBase(reader, base, draft, `${place}.bases.${at}`)),
  }
}

function readVersion(reader: Reader, draft: DraftVersion, place: string): unknown {
  const ranges = rangeFacts.flatMap(({ key }) => {
    const ends = (['min', 'max'] as const).map((end) =>
      reader.figure(`${place}.${key}.${end}`, end, draft.ranges[`${key}.${end}`] ?? ''),
    )
    const range = Object.assign({}, ...ends) as object
    return Object.keys(range).length === 0 ? [] : [[key, range] as const]
  })
  const { type, variant, version, bodywork, options } = draft
  return {
    ...{ type, variant, version },
    bodywork: readList(bodywork.trim()),
    ...(options.trim() === '' ? {} : { options: readList(options.trim()) }),
    ranges: Object.fromEntries(ranges),
  }
}

function readBase(reader: Reader, draft: DraftBase, { versions }: DraftExtension, place: string): unknown {
  return {
    approval: draft.approval.trim(),
    extensions: reader.extensions(`${place}.extensions`, draft.extensions),
    types: readList(draft.types.trim()),
    variants: readList(draft.variants.trim()),
    ...reader.day(place, 'endsOn', draft.endsOn),
    for: draft.for.flatMap((row) => {
      const version = versions.find((one) => one.row === row)
      return version ? [{ type: version.type, variant: version.variant, version: version.version }] : []
    }),
  }
}
