import type { FileInput } from '../../shared/ipc-contract.ts'
import type { Language } from '../../shared/messages.ts'
import { problem } from '../../shared/problem.ts'
import type { VariantView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { Definition } from '../../shared/variants/definition.ts'
import { fromRows, type ReadRow, readVariantCell } from '../../shared/variants/read-rows.ts'
import { type SheetForm, toRows, variantSheets } from '../../shared/variants/sheets.ts'
import { readSheet } from '../intake/read-sheet.ts'
import type { Workspace } from '../workspace.ts'
import { makeWorkbook, type PlainSheet } from '../write-back/make-workbook.ts'
import { bodiesOfConfigurator } from './configurations.ts'
import { keptSource } from './kept-source.ts'
import { jsonOf, openFile } from './open-file.ts'
import { saveVariants } from './variants.ts'

const maxMegabytes = 20

/**
 * Bodies out of a file: JSON (one, a list, or `{variants: […]}`), the template's workbook, or a configurator's JSON or
 * XML through a profile. All of them are kept, or none.
 */
export async function importVariants(
  workspace: Workspace,
  file: FileInput,
  profile?: string,
): Promise<Result<readonly VariantView[]>> {
  const name = 'path' in file ? file.path : file.name
  const read = profile
    ? await bodiesOfConfigurator(workspace, file, profile)
    : /\.xlsx$/i.test(name)
      ? await readWorkbook(workspace, file)
      : await readJsonBodies(file)
  if (!read.ok) return read
  if (read.value.length === 0) return fail(problem('variant-file-empty', {}, { file: name }))
  const saved = saveVariants(workspace, read.value)
  return saved.ok ? saved : fail({ ...saved.problem, where: { ...saved.problem.where, file: name } })
}

async function readJsonBodies(file: FileInput): Promise<Result<readonly unknown[]>> {
  const opened = await openFile(file, maxMegabytes)
  if (!opened.ok) return opened
  const { name } = opened.value
  const json = jsonOf(opened.value)
  if (!json.ok)
    return /\.json$/i.test(name) ? json : fail(problem('variant-file-form', { file: name }, { file: name }))
  const { value } = json
  if (Array.isArray(value)) return ok(value)
  const many = typeof value === 'object' && value !== null && 'variants' in value ? value.variants : undefined
  return ok(Array.isArray(many) ? many : [value])
}

async function readWorkbook(workspace: Workspace, file: FileInput): Promise<Result<readonly unknown[]>> {
  const path = keptSource(workspace, file)
  const sheets: Record<string, readonly ReadRow[]> = {}
  let present: readonly string[] | undefined
  for (const form of variantSheets) {
    if (present && !present.includes(form.name)) continue
    const read = await readRows(workspace, path, form)
    if (!read.ok) return read
    present ??= read.value.names
    sheets[form.key] = read.value.rows
  }
  return fromRows(sheets)
}

async function readRows(
  workspace: Workspace,
  path: string,
  form: SheetForm,
): Promise<Result<{ readonly names: readonly string[]; readonly rows: readonly ReadRow[] }>> {
  const opened = await readSheet({ path }, { sheet: form.name }, workspace.ports.spawn)
  if (!opened.ok)
    return opened.problem.code === 'sheet-unknown'
      ? fail(problem('variant-sheet-missing', { sheet: form.name }))
      : opened
  const names = opened.value.info.sheets.map(({ name }) => name)
  const places = new Map<string, number>()
  const rows: ReadRow[] = []
  try {
    for await (const batch of opened.value.batches) {
      if (!batch.ok) return batch
      for (const { row: line, texts } of batch.value) {
        if (texts.every((text) => (text ?? '').trim() === '')) continue
        if (places.size === 0) {
          for (const [at, text] of texts.entries()) places.set((text ?? '').trim(), at)
          const missing = form.columns.find(({ as, header }) => as !== 'info' && !places.has(header))
          if (missing)
            return fail(problem('variant-column-missing', { sheet: form.name, header: missing.header }))
          continue
        }
        const cells: Record<string, unknown> = {}
        for (const column of form.columns) {
          const text = texts[places.get(column.header) ?? -1] ?? ''
          if (column.as === 'info' || text.trim() === '') continue
          const cell = readVariantCell(text, column, form, line)
          if (!cell.ok) return cell
          cells[column.key] = cell.value
        }
        rows.push({ line, cells })
      }
    }
  } finally {
    opened.value.close()
  }
  return ok({ names, rows })
}

/** Bodies as a workbook in the template's form; without any it is the template. */
export function variantWorkbook(definitions: readonly Definition[], language: Language): Promise<Uint8Array> {
  const rows = toRows(definitions, language)
  const sheets = variantSheets.map(
    (form): PlainSheet => ({
      name: form.name,
      columns: form.columns.map(({ header, key }) => ({ header, width: widths[key] ?? 16 })),
      rows: (rows[form.key] ?? []).map((row) => form.columns.map(({ key }) => row[key])),
    }),
  )
  return makeWorkbook([...sheets, readMe])
}

const widths: Readonly<Record<string, number>> = { path: 70, label: 44, name: 34, value: 28 }

const readMe: PlainSheet = {
  name: 'Read me',
  columns: [
    { header: 'Sheet', width: 14 },
    { header: 'Column', width: 18 },
    { header: 'What stands there', width: 90 },
  ],
  rows: variantSheets.flatMap(({ name, note, columns }) => [
    [name, '', note],
    ...columns.map(({ header, note: text }) => ['', header, text]),
  ]),
}
