import type { Releases } from '../../shared/ivi/releases.ts'
import type { Problem } from '../../shared/problem.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import { findRelease } from '../ivi-xml/find-release.ts'
import { readIviXml } from '../ivi-xml/read-ivi-xml.ts'
import { type SchemaReport, validateIvi } from '../ivi-xml/validate-xml.ts'
import { runGate } from '../rules/run-gate.ts'
import { type SignatureReport, verifyIvi } from '../signature/verify-ivi.ts'

/** What a message file is worth, whoever made it. Unsigned files are held against the schema without a Signature. */
export interface FileReport {
  readonly schema: SchemaReport
  readonly signature: Pick<SignatureReport, 'present' | 'valid' | 'problems'>
  readonly findings: readonly Finding[]
  /** Whether the rules could look at it: they need a message in the form of the schema. */
  readonly judged: boolean
  /** Why the file could not be read as a message at all; the rest is then as far as it could be told. */
  readonly unreadable?: Problem
  /** In which the message is written; absent where it could not be told. */
  readonly release?: string
}

const noSignature = { present: false, valid: false, problems: [] } as const

/** Each message by its own release. */
export function checkFile(bytes: Uint8Array, releases: Releases, today: string): FileReport {
  const own = findRelease(bytes, releases)
  if (!own.ok) return unreadable(own.problem)
  const catalogue = own.value
  const { release } = catalogue
  const read = readIviXml(bytes, catalogue)
  if (!read.ok && !isSchemaMatter(read.problem)) return unreadable(read.problem)
  const signature = verifyIvi(bytes)
  const schema = validateIvi(bytes, catalogue, { signature: signature.present ? 'required' : 'optional' })
  if (!read.ok) return { schema, signature, findings: [], judged: false, release }
  const { tree, notes } = read.value
  const gate = runGate({ tree, catalogue, earlier: [], today, schema })
  const found = gate.findings.filter(({ rule }) => rule !== 'schema')
  const findings = [...notes.insideValues.map(splitValue), ...found]
  return { schema, signature, findings, judged: true, release }
}

function unreadable(why: Problem): FileReport {
  const schema = { valid: false, errors: [] }
  return { schema, signature: noSignature, findings: [], judged: false, unreadable: why }
}

/** The value was read whole; a careless program ends at the comment and so reads another one. */
function splitValue(path: string): Finding {
  return { rule: 'file', severity: 'warning', path, paths: [path], code: 'file-value-split', args: {} }
}

/** A message whose elements do not fit is readable: the schema says what is wrong with it. */
function isSchemaMatter(problem: Problem): boolean {
  return problem.code.startsWith('ivi-structure-')
}
