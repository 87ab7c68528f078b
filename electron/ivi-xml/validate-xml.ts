import { type ErrorDetail, type XmlDocument, XmlElement, XmlValidateError } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { checkMessage } from '../../shared/ivi/check-message.ts'
import { text } from '../../shared/messages.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { type SignatureDemand, validatorOf } from './compile-schema.ts'
import { instancePath } from './instance-path.ts'
import { withXml } from './parse-safely.ts'
import { refuseRoot } from './refuse-root.ts'
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
  signature: SignatureDemand,
): SchemaReport {
  const refused = refuseRoot(document, catalogue)
  if (refused) return { valid: false, errors: [schemaError(refused)] }
  try {
    validatorOf(catalogue, signature).validate(document)
    return { valid: true, errors: [] }
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return { valid: false, errors: explain(document, catalogue, signature, error.details) }
  }
}

function explain(
  document: XmlDocument,
  catalogue: Catalogue,
  signature: SignatureDemand,
  details: readonly ErrorDetail[],
): readonly SchemaError[] {
  // Before anything is taken out of the document, since libxml2 names nodes by their position.
  const told = details.slice(0, maxErrors).map((detail) => foreignError(document, catalogue, detail))
  const { line } = document.root
  takeOutAsides(document, catalogue)
  const walked = walkMessage(document, catalogue, { lines: true })
  const ours = [...walked.problems, ...checkMessage(walked.tree, catalogue)].map((found) => {
    const path = found.where?.path ?? ''
    return schemaError({ ...found, where: { path, line: found.where?.line ?? lineOf(path, walked.lines) } })
  })
  const signatureCode =
    walked.signatures > 1
      ? 'ivi-two-signatures'
      : walked.signatures === 0 && signature === 'required'
        ? 'ivi-missing-signature'
        : undefined
  if (signatureCode) ours.push(schemaError(problem(signatureCode, {}, { path: 'Signature', line })))
  const inSignature = told.filter(
    ({ path }) => path.startsWith('Signature/') || (path === 'Signature' && !signatureCode),
  )
  const errors = [...ours, ...inSignature]
  return (errors.length > 0 ? errors : told).slice(0, maxErrors)
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
  const node = detail.xpath ? document.get(detail.xpath) : null
  const element = node instanceof XmlElement ? node : node?.parent
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
