import { isUtf8 } from 'node:buffer'
import { randomUUID } from 'node:crypto'
import { create } from 'xmlbuilder2'
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type NapOperation, type NapProfile, type OperationPart, soapNamespaces } from './profile.ts'

export interface SoapRequest {
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * The request of a submission. The signed bytes are spliced in as they are, never parsed and written again: in
 * base64 they arrive byte by byte, embedded all but their XML declaration.
 *
 * Codes: `nap-bytes-not-embeddable`.
 */
export function buildSubmission(
  profile: NapProfile,
  signed: Uint8Array,
  reference: string,
): Result<SoapRequest> {
  const document = profile.submit.parts.find((part) => part.holds === 'document')
  if (document?.holds !== 'document') throw new Error(`profile ${profile.id} has no part for the document`)
  const spliced = spliceable(signed, document.as)
  return spliced.ok ? ok(buildRequest(profile, profile.submit, reference, spliced.value)) : spliced
}

/** The request that asks what became of a reference; undefined where the NAP offers no such operation. */
export function buildStatusQuery(profile: NapProfile, reference: string): SoapRequest | undefined {
  return profile.status && buildRequest(profile, profile.status, reference, new Uint8Array())
}

function buildRequest(
  profile: NapProfile,
  operation: NapOperation,
  reference: string,
  document: Uint8Array,
): SoapRequest {
  const soap = soapNamespaces[profile.soapVersion]
  const mark = `document-${randomUUID()}`
  // Default namespaces only: a prefix declared out here would become part of the document's inclusive C14N.
  const envelope = create({ version: '1.0', encoding: 'UTF-8' }).ele(soap, 'Envelope')
  const element = envelope.ele(soap, 'Body').ele(operation.namespace, operation.element)
  for (const part of operation.parts) addPart(element, operation, part, reference, mark)
  const [before = '', after = ''] = envelope.end({ prettyPrint: false }).split(mark)
  return {
    headers: headersOf(profile.soapVersion, operation.action),
    body: Buffer.concat([Buffer.from(before), document, Buffer.from(after)]),
  }
}

function addPart(
  parent: XMLBuilder,
  operation: NapOperation,
  part: OperationPart,
  reference: string,
  mark: string,
): void {
  const element = part.element ? parent.ele(part.namespace ?? operation.namespace, part.element) : parent
  if (part.holds === 'document') element.txt(mark)
  else element.txt(part.holds === 'reference' ? reference : part.value)
}

function headersOf(version: NapProfile['soapVersion'], action: string): Record<string, string> {
  return version === '1.1'
    ? { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` }
    : { 'content-type': `application/soap+xml; charset=utf-8; action="${action}"` }
}

function spliceable(signed: Uint8Array, as: 'base64' | 'embedded' | 'cdata'): Result<Uint8Array> {
  if (as === 'base64') return ok(Buffer.from(Buffer.from(signed).toString('base64'), 'ascii'))
  const text = Buffer.from(signed).toString('latin1')
  const prolog = /^(?:\xef\xbb\xbf)?(?:<\?xml\s[^>]*\?>)?/.exec(text)?.[0] ?? ''
  const declared = /\sencoding\s*=\s*["']([^"']*)["']/.exec(prolog)?.[1] ?? 'UTF-8'
  // Inside our envelope the bytes can only mean UTF-8, and a document type may not stand there.
  const fits = /^utf-8$/i.test(declared) && isUtf8(signed) && !/<!DOCTYPE/.test(text)
  if (!fits || (as === 'embedded' && !setsItsNamespace.test(text.slice(prolog.length)))) {
    return fail(problem('nap-bytes-not-embeddable', { encoding: declared }))
  }
  if (as === 'embedded') return ok(signed.subarray(prolog.length))
  return ok(Buffer.from(`<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`, 'latin1'))
}

/** A root that sets no default namespace would take the envelope's: names without a prefix would change. */
const setsItsNamespace = /^(?:\s|<!--[\s\S]*?-->|<\?[\s\S]*?\?>)*<[^!?>][^>]*?\sxmlns\s*=/
