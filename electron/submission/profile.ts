import { XmlXPath, XmlXPathError } from 'libxml2-wasm'
import type { z } from 'zod'
import { firstIssue, plainWords } from '../../shared/first-issue.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { napProfileSchema, type operation, type part } from './profile-schema.ts'

export type NapProfile = z.infer<typeof napProfileSchema>
export type NapOperation = z.infer<typeof operation>
export type OperationPart = z.infer<typeof part>

/** Where a workspace reaches a NAP and as whom. */
export interface NapEndpoint {
  readonly url: string
  readonly client: { readonly p12: Uint8Array; readonly passphrase: string }
  /** PEM of the authorities that may vouch for the server; absent: those of the system. */
  readonly ca?: string | undefined
  /** In place of the profile's limit for the whole exchange, in milliseconds. */
  readonly timeoutMs?: number | undefined
}

export const soapNamespaces = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
} as const

/** The prefixes that the XPaths of a profile may use. */
export function answerNamespaces(profile: NapProfile): Record<string, string> {
  return { ...profile.answer.namespaces, soap: soapNamespaces[profile.soapVersion] }
}

/** Codes: `nap-profile-invalid` (with the place inside the profile and what is wrong there). */
export function parseNapProfile(json: unknown): Result<NapProfile> {
  const parsed = napProfileSchema.safeParse(json, plainWords)
  if (!parsed.success) {
    const { place, reason } = firstIssue(parsed.error)
    return invalid(place, reason)
  }
  const profile = parsed.data
  const documents = profile.submit.parts.filter(({ holds }) => holds === 'document')
  if (documents.length !== 1) return invalid('submit.parts', 'exactly one part holds the document')
  for (const [place, expression] of xpathsOf(profile)) {
    const wrong = xpathError(expression, answerNamespaces(profile))
    if (wrong) return invalid(place, wrong)
  }
  return ok(profile)
}

function invalid(place: string, reason: string): Result<NapProfile> {
  return fail(problem('nap-profile-invalid', { place, reason }))
}

function xpathsOf({ submit, status, answer }: NapProfile): readonly (readonly [string, string])[] {
  const places: readonly (readonly [string, string | undefined])[] = [
    ['submit.answer', submit.answer],
    ['status.answer', status?.answer],
    ['answer.reference', answer.reference],
    ['answer.outcome.at', answer.outcome.at],
    ['answer.receipt', answer.receipt],
    ['answer.receivedAt', answer.receivedAt],
    ['answer.reasons.at', answer.reasons.at],
    ['answer.reasons.code', answer.reasons.code],
    ['answer.reasons.text', answer.reasons.text],
    ['answer.reasons.field', answer.reasons.field],
  ]
  return places.filter((place): place is readonly [string, string] => place[1] !== undefined)
}

function xpathError(expression: string, namespaces: Record<string, string>): string | undefined {
  try {
    XmlXPath.compile(expression, namespaces).dispose()
  } catch (error) {
    if (!(error instanceof XmlXPathError)) throw error
    return error.message
  }
  // The compiler does not look at prefixes; they would fail at the first answer only.
  const withoutTexts = expression.replace(/'[^']*'|"[^"]*"/g, '')
  const unknown = [...withoutTexts.matchAll(/([A-Za-z_][\w.-]*):(?!:)/g)].find(
    ([, prefix]) => prefix !== undefined && !Object.hasOwn(namespaces, prefix),
  )
  return unknown && `prefix ${unknown[1]} is bound to no namespace`
}
