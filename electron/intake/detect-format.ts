import facts from '../../schemas/spreadsheet/file-signatures.json' with { type: 'json' }
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import {
  type ByteSource,
  findEntry,
  isEncrypted,
  readZipDirectory,
  type ZipDirectory,
} from '../../shared/spreadsheet/zip-directory.ts'
import type { SheetLimits } from './limits.ts'

export type Format = { readonly kind: 'xlsx'; readonly directory: ZipDirectory } | { readonly kind: 'csv' }

const headLength = 8192
const compoundSearch = 32 * 1024 * 1024
const step = 1024 * 1024

function refuse(code: string, args: Readonly<Record<string, string | number>> = {}): Result<never> {
  return fail(problem(code, args, {}, false))
}

/** Names of a compound file's streams stand in it as UTF-16; an encrypted workbook is one of them. */
async function compoundProblem(source: ByteSource): Promise<string> {
  const streams = facts.compound.map(({ stream, problem: code }) => ({
    name: Buffer.from(stream, 'utf16le'),
    code,
  }))
  const found = new Set<string>()
  const end = Math.min(source.size, compoundSearch)
  for (let at = 0; at < end; at += step) {
    const bytes = Buffer.from(await source.read(at, step + 64))
    for (const { name, code } of streams) if (bytes.includes(name)) found.add(code)
  }
  return facts.compound.find(({ problem: code }) => found.has(code))?.problem ?? 'file-is-binary'
}

async function packageFormat(source: ByteSource, limits: SheetLimits): Promise<Result<Format>> {
  const directory = await readZipDirectory(source)
  if (!directory) return refuse('xlsx-damaged', { part: 'ZIP' })
  const other = facts.packages.find(({ part }) => findEntry(directory, part))
  if (other) return refuse(other.problem)
  if (directory.entries.some(isEncrypted)) return refuse('zip-encrypted')
  if (!findEntry(directory, '[Content_Types].xml') || !findEntry(directory, '_rels/.rels')) {
    return refuse('file-is-archive')
  }
  const size = directory.entries.reduce((sum, entry) => sum + entry.size, 0)
  if (size > limits.maxInflatedBytes) {
    return refuse('xlsx-inflates-too-much', {
      size: megabytes(size),
      limit: megabytes(limits.maxInflatedBytes),
    })
  }
  return ok({ kind: 'xlsx', directory })
}

export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / (1024 * 1024))} MB`
}

function markupProblem(head: Buffer): string | undefined {
  const text = head
    .toString(head[1] === 0 ? 'utf16le' : 'utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .toLowerCase()
  if (!text.startsWith('<')) return undefined
  if (/^(?:<!doctype html|<html|<table|<meta|<head|<body|<div)/.test(text)) return 'file-is-html'
  return text.includes('<html') ? 'file-is-html' : 'file-is-xml'
}

/** True for text of any encoding: UTF-16 with a mark, else no NUL and hardly any control character. */
function looksLikeText(head: Buffer): boolean {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return true
  let controls = 0
  for (const byte of head) if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13) controls += 1
  return controls * 50 <= head.length
}

/**
 * What a file really is, by its content; the name's ending is not looked at. Everything but a workbook (XLSX, XLSM)
 * and delimited text has a problem of its own, and so have a file and a workbook that are too big.
 */
export async function detectFormat(source: ByteSource, limits: SheetLimits): Promise<Result<Format>> {
  if (source.size === 0) return refuse('file-empty')
  if (source.size > limits.maxFileBytes) {
    return refuse('file-too-big', { size: megabytes(source.size), limit: megabytes(limits.maxFileBytes) })
  }
  const head = Buffer.from(await source.read(0, headLength))
  const hex = head.toString('hex', 0, 32)
  if (hex.startsWith('504b0304') || hex.startsWith('504b0506')) return packageFormat(source, limits)
  if (hex.startsWith('d0cf11e0a1b11ae1')) return refuse(await compoundProblem(source))
  const known = facts.signatures.find((signature) => hex.startsWith(signature.hex))
  if (known) return refuse(known.problem)
  const markup = markupProblem(head)
  if (markup) return refuse(markup)
  if (!looksLikeText(head)) return refuse('file-is-binary')
  return ok({ kind: 'csv' })
}
