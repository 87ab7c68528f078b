import { type Problem, problem } from '../../problem.ts'
import { fullNumber, kindOf } from '../number.ts'
import type { ColumnKey } from './columns.ts'
import type { ReadRow, RowBase, RowVersion } from './read-row.ts'

/** Something that several rows may say, as long as they agree. */
interface Said<Value> {
  readonly value: Value
  readonly row: number
}

interface ExtensionDraft {
  readonly row: number
  readonly said: Map<ColumnKey, Said<string | number>>
  readonly versions: Map<string, RowVersion>
  readonly bases: { readonly base: RowBase; readonly for: Set<string> | undefined }[]
}

interface ApprovalDraft {
  readonly row: number
  readonly said: Map<ColumnKey, Said<string | number>>
  readonly extensions: Map<string, ExtensionDraft>
  readonly vehicles: Set<string>
}

/** Gathers rows to approvals; rows that contradict one another are told by the cell of the later one. */
export class Collector {
  readonly problems: { readonly key: ColumnKey; readonly row: number; readonly problem: Problem }[] = []
  readonly #approvals = new Map<string, ApprovalDraft>()
  readonly #versionRows = new Map<string, Map<ColumnKey, Said<string>>>()

  readonly #header: (key: ColumnKey) => string

  constructor(header: (key: ColumnKey) => string) {
    this.#header = header
  }

  add(row: ReadRow): void {
    const draft = this.#approval(row)
    this.#agree(draft.said, row.row, 'kind', row.kind ?? kindOf(row.number.number))
    this.#agree(draft.said, row.row, 'yearlyLimit', row.yearlyLimit)
    this.#agree(draft.said, row.row, 'note', row.note)
    if (row.vehicle !== undefined) draft.vehicles.add(row.vehicle)
    if (row.extension === undefined) {
      const saysMore = row.issued ?? row.validUntil ?? row.endOfSeries ?? row.version ?? row.base
      if (saysMore !== undefined) this.#complainMissing('extension', row.row)
      return
    }
    const extension = extensionOf(draft, row.extension, row.row)
    for (const key of ['issued', 'validUntil', 'endOfSeries'] as const)
      this.#agree(extension.said, row.row, key, row[key])
    const mark = row.version && this.#addVersion(extension, row, row.version)
    if (row.base) addBase(extension, row.base, mark)
  }

  /** Says what no row of an extension has said, once all of them are there. */
  finish(): void {
    for (const { extensions } of this.#approvals.values())
      for (const { row, said } of extensions.values())
        if (!said.has('issued')) this.#complainMissing('issued', row)
  }

  /** Each approval as the JSON that its parser takes, with the row that began it. */
  json(): readonly { readonly row: number; readonly json: unknown }[] {
    return [...this.#approvals].map(([number, draft]) => ({
      row: draft.row,
      json: {
        number,
        ...values(draft.said),
        extensions: [...draft.extensions].map(([extension, { said, versions, bases }]) => ({
          extension,
          ...values(said),
          versions: [...versions.values()].map(({ mark, bodywork, options, ranges }) => ({
            ...mark,
            ...(bodywork ? { bodywork } : {}),
            ...(options ? { options } : {}),
            ranges,
          })),
          bases: bases.map(({ base: { endsOn, ...base }, for: marks }) => ({
            ...base,
            ...(endsOn === undefined ? {} : { endsOn }),
            ...(marks ? { for: [...marks].flatMap((name) => versions.get(name)?.mark ?? []) } : {}),
          })),
        })),
        ...(draft.vehicles.size > 0 ? { vehicles: [...draft.vehicles] } : {}),
      },
    }))
  }

  #approval({ number: { number }, row }: ReadRow): ApprovalDraft {
    const known = this.#approvals.get(number)
    if (known) return known
    const made = { row, said: new Map(), extensions: new Map(), vehicles: new Set<string>() }
    this.#approvals.set(number, made)
    return made
  }

  #addVersion(extension: ExtensionDraft, row: ReadRow, version: RowVersion): string {
    const name = Object.values(version.mark).join('\n')
    const full = `${fullNumber({ number: row.number.number, extension: row.extension ?? '' })}\n${name}`
    const rows = this.#versionRows.get(full) ?? new Map<ColumnKey, Said<string>>()
    this.#versionRows.set(full, rows)
    this.#agree(rows, row.row, 'bodywork', version.bodywork?.join(', '))
    this.#agree(rows, row.row, 'options', version.options?.join(', '))
    for (const [key, range] of Object.entries(version.ranges))
      for (const [end, value] of Object.entries(range))
        this.#agree(rows, row.row, `${key}.${end}`, `${value}`)
    const known = extension.versions.get(name)
    extension.versions.set(name, {
      mark: version.mark,
      bodywork: known?.bodywork ?? version.bodywork,
      options: known?.options ?? version.options,
      ranges: mergedRanges(known?.ranges, version.ranges),
    })
    return name
  }

  #agree<Value extends string | number>(
    said: Map<ColumnKey, Said<Value>>,
    row: number,
    key: ColumnKey,
    value: Value | undefined,
  ): void {
    if (value === undefined) return
    const known = said.get(key)
    if (!known) said.set(key, { value, row })
    else if (known.value !== value)
      this.#complain(
        key,
        row,
        problem('approval-cell-differs', { value, before: known.row, known: known.value }),
      )
  }

  #complainMissing(key: ColumnKey, row: number): void {
    this.#complain(key, row, problem('approval-cell-missing', { column: this.#header(key) }))
  }

  #complain(key: ColumnKey, row: number, found: Problem): void {
    this.problems.push({ key, row, problem: found })
  }
}

function extensionOf(draft: ApprovalDraft, extension: string, row: number): ExtensionDraft {
  const known = draft.extensions.get(extension)
  if (known) return known
  const made: ExtensionDraft = { row, said: new Map(), versions: new Map(), bases: [] }
  draft.extensions.set(extension, made)
  return made
}

/** The same base in the rows of several versions is one entry; in a row without a version it is for all of them. */
function addBase({ bases }: ExtensionDraft, base: RowBase, mark: string | undefined): void {
  const text = JSON.stringify(base)
  const known = bases.findIndex((one) => JSON.stringify(one.base) === text)
  const before = bases[known]
  if (!before) bases.push({ base, for: mark === undefined ? undefined : new Set([mark]) })
  else if (mark === undefined) bases[known] = { base, for: undefined }
  else before.for?.add(mark)
}

type Ranges = RowVersion['ranges']

function mergedRanges(known: Ranges = {}, more: Ranges): Ranges {
  const keys = new Set([...Object.keys(known), ...Object.keys(more)])
  return Object.fromEntries([...keys].map((key) => [key, { ...more[key], ...known[key] }]))
}

function values(said: Map<ColumnKey, Said<string | number>>): Readonly<Record<string, string | number>> {
  return Object.fromEntries([...said].map(([key, { value }]) => [key, value]))
}
