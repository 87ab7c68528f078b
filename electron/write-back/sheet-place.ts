import { inflateRawSync } from 'node:zlib'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type CellRange, cellRange } from '../../shared/spreadsheet/column-letters.ts'
import {
  chooseSheet,
  eachElement,
  parseRelationships,
  parseWorkbook,
  type Relationship,
  relationshipsOf,
} from '../../shared/spreadsheet/workbook-parts.ts'
import {
  dataOffset,
  findEntry,
  isEncrypted,
  readZipDirectory,
  type ZipDirectory,
  type ZipEntry,
} from '../../shared/spreadsheet/zip-directory.ts'
import { readStrings } from './read-strings.ts'
import { hasWideSizes } from './replace-entry.ts'

/** A sheet inside a workbook's bytes, with what its cells refer to. */
export interface SheetPlace {
  readonly directory: ZipDirectory
  readonly entry: ZipEntry
  readonly xml: Buffer
  readonly strings: readonly string[]
  /** Where the sheet's tables stand. */
  readonly tables: readonly CellRange[]
}

/** Intake refused larger parts already. */
const largestPart = 512 * 1024 * 1024

async function partOf(bytes: Buffer, entry: ZipEntry): Promise<Buffer | undefined> {
  const source = {
    size: bytes.length,
    read: async (at: number, length: number) => bytes.subarray(at, at + length),
  }
  const offset = await dataOffset(source, entry)
  if (offset === undefined || entry.size > largestPart) return undefined
  const data = bytes.subarray(offset, offset + entry.compressedSize)
  if (entry.method === 0) return data
  if (entry.method !== 8) return undefined
  try {
    const inflated = inflateRawSync(data, { maxOutputLength: entry.size + 1 })
    return inflated.length === entry.size ? inflated : undefined
  } catch {
    // zlib throws for bytes that are no deflate stream, and for more of them than declared.
    return undefined
  }
}

/** Signed workbooks lose their signature with any change; that is the signer's to decide. */
function isSigned(directory: ZipDirectory): boolean {
  return directory.entries.some(({ name }) => /^_xmlsignatures\//i.test(name))
}

/** Text of a part: UTF-8, as all programs write it. */
async function textOf(bytes: Buffer, directory: ZipDirectory, part: string): Promise<string | undefined> {
  const entry = findEntry(directory, part)
  const content = entry && (await partOf(bytes, entry))
  return content?.toString('utf8')
}

async function tablesOf(
  bytes: Buffer,
  directory: ZipDirectory,
  sheet: string,
): Promise<readonly CellRange[] | undefined> {
  const links = await textOf(bytes, directory, relationshipsOf(sheet))
  if (links === undefined) return []
  const ranges: CellRange[] = []
  for (const { type, part } of parseRelationships(links, sheet) ?? []) {
    if (type !== 'table') continue
    const xml = await textOf(bytes, directory, part)
    if (xml === undefined) return undefined
    const sound = eachElement(xml, (name, { ref = '' }) => {
      const range = name === 'table' ? cellRange(ref) : undefined
      if (range) ranges.push(range)
    })
    if (!sound) return undefined
  }
  return ranges
}

interface Links {
  readonly main: string
  readonly relationships: readonly Relationship[]
}

async function linksOf(bytes: Buffer, directory: ZipDirectory): Promise<Links | undefined> {
  const roots = await textOf(bytes, directory, '_rels/.rels')
  const main = parseRelationships(roots ?? '', '')?.find(({ type }) => type === 'officeDocument')?.part
  const links = main === undefined ? undefined : await textOf(bytes, directory, relationshipsOf(main))
  const relationships = main === undefined ? undefined : parseRelationships(links ?? '', main)
  return main !== undefined && relationships ? { main, relationships } : undefined
}

/**
 * Finds a sheet in a workbook's bytes. Problems: `write-back-damaged`, `write-back-signed`, `write-back-zip64`,
 * `write-back-no-sheet` {sheet}.
 */
export async function findSheet(bytes: Buffer, sheetName: string): Promise<Result<SheetPlace>> {
  const damaged = fail(problem('write-back-damaged'))
  const directory = await readZipDirectory({
    size: bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
  })
  if (!directory || directory.entries.some(isEncrypted)) return damaged
  if (isSigned(directory)) return fail(problem('write-back-signed'))
  const links = await linksOf(bytes, directory)
  const workbook =
    links && parseWorkbook((await textOf(bytes, directory, links.main)) ?? '', links.relationships)
  if (!workbook) return damaged
  const sheet = chooseSheet(workbook, sheetName)
  if (!sheet) return fail(problem('write-back-no-sheet', { sheet: sheetName }))
  const entry = findEntry(directory, sheet.part)
  const xml = entry && (await partOf(bytes, entry))
  if (!entry || !xml) return damaged
  if (directory.zip64 || hasWideSizes(bytes, entry)) return fail(problem('write-back-zip64'))
  const stringsPart = links.relationships.find(({ type }) => type === 'sharedStrings')?.part
  const strings =
    stringsPart === undefined ? [] : readStrings((await textOf(bytes, directory, stringsPart)) ?? '')
  const tables = await tablesOf(bytes, directory, sheet.part)
  if (!strings || !tables) return damaged
  return ok({ directory, entry, xml, strings, tables })
}
