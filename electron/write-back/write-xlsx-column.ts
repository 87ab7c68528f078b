import { hash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { readZipDirectory } from '../../shared/spreadsheet/zip-directory.ts'
import { patchSheet } from './patch-sheet.ts'
import { replaceEntry } from './replace-entry.ts'
import type { ResultRow } from './result-row.ts'
import { byteText, scanRows } from './scan-rows.ts'
import { findSheet } from './sheet-place.ts'
import { type SheetWanted, surveySheet } from './survey-sheet.ts'
import { writeAtomically } from './write-atomically.ts'

export interface XlsxOrder extends SheetWanted {
  /** The file that was imported; it is only read. */
  readonly source: string
  /** SHA-256 (hex) of what was imported: rows of another content would get another's answer. */
  readonly sha256: string
  /** The copy; an older copy is replaced whole. */
  readonly target: string
  readonly sheet: string
}

export interface XlsxWritten {
  readonly written: number
  /** Results whose VIN the sheet does not have. */
  readonly notFound: readonly ResultRow[]
}

function located(found: Problem, file: string): Problem {
  return { ...found, args: { file, ...found.args }, where: { ...found.where, file } }
}

async function readSource({ source, sha256 }: XlsxOrder): Promise<Result<Buffer>> {
  let bytes: Buffer
  try {
    bytes = await readFile(source)
  } catch {
    return fail(problem('write-back-source-missing'))
  }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return fail(problem('write-back-no-workbook'))
  const found = hash('sha256', bytes)
  return found === sha256 ? ok(bytes) : fail(problem('write-back-source-changed'))
}

/** The copy is believed only after it was read again: all its other entries and a sheet that is sound. */
async function isSound(copy: Buffer, entries: number, xml: Buffer): Promise<boolean> {
  const directory = await readZipDirectory({
    size: copy.length,
    read: async (at, length) => copy.subarray(at, at + length),
  })
  return directory?.entries.length === entries && scanRows(byteText(xml), () => {})
}

/**
 * Writes status and reasons into a copy of the workbook that the vehicles came from. Only the sheet's part changes,
 * and in it only the cells of these two columns; charts, macros, tables, formats keep their bytes.
 *
 * Where that is not possible the result stands in the CSV alone and the problem says why: `write-back-no-workbook`
 * (the source is a text file), `write-back-source-missing`, `write-back-source-changed`, `write-back-signed`,
 * `write-back-protected`, `write-back-formula`, `write-back-merged`, `write-back-zip64`, `write-back-no-sheet`,
 * `write-back-no-vin-column`, `write-back-no-column`, `write-back-damaged`, or one of {@link writeAtomically}.
 */
export async function writeXlsxColumn(
  order: XlsxOrder,
  results: readonly ResultRow[],
): Promise<Result<XlsxWritten>> {
  if (resolve(order.source) === resolve(order.target)) throw new Error('the source is never written to')
  const file = basename(order.source)
  const bytes = await readSource(order)
  if (!bytes.ok) return fail(located(bytes.problem, file))
  const place = await findSheet(bytes.value, order.sheet)
  if (!place.ok) return fail(located(place.problem, file))
  const survey = surveySheet(place.value, order)
  if (!survey.ok) return fail(located(survey.problem, file))
  const patched = patchSheet(place.value, survey.value, order, results)
  if (!patched.ok) return fail(located(patched.problem, file))
  const { directory, entry } = place.value
  const { xml, written, notFound } = patched.value
  const copy = replaceEntry(bytes.value, directory, entry, xml)
  if (!(await isSound(copy, directory.entries.length, xml)))
    throw new Error('the written copy cannot be read')
  const stored = await writeAtomically(order.target, copy)
  return stored.ok ? ok({ written, notFound }) : stored
}
