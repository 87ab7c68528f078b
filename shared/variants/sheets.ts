import form from '../../schemas/completion/variant-sheets.json' with { type: 'json' }
import type { Language } from '../messages.ts'
import { fieldLabel } from '../rules/field-label.ts'
import type { Loads } from '../weights/loads.ts'
import type { Definition } from './definition.ts'

export interface SheetColumn {
  readonly key: string
  readonly header: string
  readonly as?: string
  readonly note: string
}
export interface SheetForm {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly columns: readonly SheetColumn[]
}
/** The sheets of the workbook in which bodies are exchanged, in its order. */
export const variantSheets: readonly SheetForm[] = form.sheets

export type Cell = string | number
export type Row = Readonly<Record<string, Cell | undefined>>

/** Bodies as the rows of each sheet, by the sheets' keys. */
export function toRows(
  definitions: readonly Definition[],
  language: Language,
): Readonly<Record<string, readonly Row[]>> {
  return {
    bodies: definitions.map(bodyRow),
    options: definitions.flatMap(({ id: body, options }) =>
      options.map(({ id, name, categories, excludes, requires }) => ({
        ...{ body, id, name },
        ...{ categories: list(categories), excludes: list(excludes), requires: list(requires) },
      })),
    ),
    values: definitions.flatMap((definition) => valueRows(definition, language)),
    masses: definitions.flatMap(massRows),
    seats: everyLoads(definitions, ({ seats }) => seats),
    room: everyLoads(definitions, ({ payload, coupling }) =>
      payload || coupling ? [{ ...payload, coupling: coupling?.x }] : [],
    ),
  }
}

const list = (entries: readonly string[] | undefined): string => (entries ?? []).join('; ')

function bodyRow(definition: Definition): Row {
  const { id, version, name, inherits, validFrom, validUntil, stage, carry } = definition
  return {
    ...{ id, version, name, inherits: inherits?.id, inheritsVersion: inherits?.version },
    ...{ validFrom, validUntil, categories: list(definition.categories), stage, carry },
    ...{ replaces: list(definition.replaces), without: list(definition.without) },
  }
}

function valueRows({ id: body, set, byCategory, options }: Definition, language: Language): readonly Row[] {
  const rows = (values: Readonly<Record<string, string>>, more: Row): readonly Row[] =>
    Object.entries(values).map(([path, value]) => ({
      ...{ body, path, label: fieldLabel(path, language), value },
      ...more,
    }))
  return [
    ...rows(set, {}),
    ...Object.entries(byCategory).flatMap(([category, values]) => rows(values, { category })),
    ...options.flatMap((option) => rows(option.set, { option: option.id })),
  ]
}

function massRows(definition: Definition): readonly Row[] {
  const { id: body, options } = definition
  return [
    ...everyLoads([definition], ({ masses }) => masses),
    ...options.flatMap(({ id, masses }) => masses.map((mass) => ({ body, option: id, ...mass }))),
  ]
}

function everyLoads(
  definitions: readonly Definition[],
  rowsOf: (loads: Loads) => readonly Row[],
): readonly Row[] {
  return definitions.flatMap(({ id: body, loads, loadsByCategory }) => [
    ...(loads ? rowsOf(loads) : []).map((row) => ({ body, ...row })),
    ...Object.entries(loadsByCategory ?? {}).flatMap(([category, own]) =>
      rowsOf(own).map((row) => ({ body, category, ...row })),
    ),
  ])
}
