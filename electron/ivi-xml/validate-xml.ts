import { type ErrorDetail, type XmlDocument, XmlValidateError } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { checkMessage } from '../../shared/ivi/check-message.ts'
import { text } from '../../shared/messages.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { type SignatureDemand, validatorOf } from './compile-schema.ts'
import { elementAt, instancePath } from './instance-path.ts'
import { withXml } from './parse-safely.ts'
import { partCount, refuseRoot } from './refuse-root.ts'
import { takeOutAsides } from './take-out-asides.ts'
import { walkMessage } from './walk-message.ts'

export interface SchemaError {
  /** Instance path; empty where the file as a whole is concerned, below `Signature` where its content is. */
  readonly path: string
  /** 1-based; 0 where none is known. */
  readonly line: number
  /** In English, for machines and log files; people are shown `problem` in their language. */
  readonly text: string
  readonly problem: Problem
}

export interface SchemaReport {
  readonly valid: boolean
  readonly errors: readonly SchemaError[]
}

/** More help nobody, and a hostile file could have millions. */
const maxErrors = 200
const manyParts = 5_000

/**
 * Holds a message against the schema of its release. libxml2 decides; where it refuses, the catalogue tells why,
 * field by field and in words, and libxml2's own text stands only for what the catalogue does not know (the inside
 * of the Signature).
 */
export function validateIvi(
  bytes: Uint8Array,
  catalogue: Catalogue,
  options: { readonly signature: SignatureDemand },
): SchemaReport {
  const report = withXml(bytes, (document) => validateDocument(document, catalogue, options.signature))
  return report.ok ? report.value : { valid: false, errors: [schemaError(report.problem)] }
}

function validateDocument(
  document: XmlDocument,
  catalogue: Catalogue,
  demand: SignatureDemand,
): SchemaReport {
  const refused = refuseRoot(document, catalogue)
  if (refused) return { valid: false, errors: [schemaError(refused)] }
  if (partCount(document) > manyParts) {
    // libxml2 finds the place of each error by counting siblings: a minute for a hostile file.
    const errors = explain(document, catalogue, demand)
    if (errors.length >= maxErrors) return { valid: false, errors: errors.slice(0, maxErrors) }
  }
  try {
    validatorOf(catalogue, demand).validate(document)
    return { valid: true, errors: [] }
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    const ours = explain(document, catalogue, demand)
    const told = error.details.slice(0, maxErrors).map((detail) => foreignError(document, catalogue, detail))
    const explained = ours.some(({ path }) => path === 'Signature')
    const inSignature = told.filter(
      ({ path }) => path.startsWith('Signature/') || (path === 'Signature' && !explained),
    )
    const errors = [...ours, ...inSignature]
    return { valid: false, errors: (errors.length > 0 ? errors : told).slice(0, maxErrors) }
  }
}

/** Everything that the catalogue has against the document, in words. */
function explain(
  document: XmlDocument,
  catalogue: Catalogue,
  demand: SignatureDemand,
): readonly SchemaError[] {
  const { line } = document.root
  takeOutAsides(document, catalogue)
  const walked = walkMessage(document, catalogue, { lines: true })
  const found = [...walked.problems, ...checkMessage(walked.tree, catalogue)].map((fault) => {
    const path = fault.where?.path ?? ''
    return schemaError({ ...fault, where: { path, line: fault.where?.line ?? lineOf(path, walked.lines) } })
  })
  const signatureFault =
    walked.signatures > 1
      ? 'ivi-two-signatures'
      : walked.signatures === 0 && demand === 'required'
        ? 'ivi-missing-signature'
        : undefined
  if (signatureFault) found.push(schemaError(problem(signatureFault, {}, { path: 'Signature', line })))
  return found
}

/** The line of a member that is missing is that of the group that lacks it. */
function lineOf(path: string, lines: ReadonlyMap<string, number>): number {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/')))) {
    const line = lines.get(at)
    if (line !== undefined) return line
  }
  return 1
}

function foreignError(document: XmlDocument, catalogue: Catalogue, detail: ErrorDetail): SchemaError {
  const element = detail.xpath === undefined ? undefined : elementAt(document, detail.xpath)
  const path = element ? instancePath(element, catalogue) : ''
  const reason = detail.message.trim().replace(/\{[^}]*\}/g, '')
  return schemaError(problem('ivi-schema-refuses', { reason }, { path, line: detail.line }))
}

function schemaError(found: Problem): SchemaError {
  return {
    path: found.where?.path ?? '',
    line: found.where?.line ?? 0,
    text: text('en', `${found.code}.explanation`, found.args) ?? found.code,
    problem: found,
  }
}
