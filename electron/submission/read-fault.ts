import type { XmlDocument } from 'libxml2-wasm'
import { assertNever } from '../../shared/assert-never.ts'
import { problem } from '../../shared/problem.ts'
import { failed, type NapAnswer } from './nap-answer.ts'
import { nodesAt, shownValue } from './parse-answer.ts'
import { type NapProfile, soapNamespaces } from './profile.ts'

/** Where the two SOAP versions put a fault's parts, and the words for «the sender is at fault». */
const forms = {
  '1.1': { code: 'faultcode', text: 'faultstring', sender: 'Client' },
  '1.2': { code: 'soap:Code/soap:Value', text: 'soap:Reason/soap:Text', sender: 'Sender' },
} as const

/** A SOAP fault, of either version whichever was spoken: servers answer a wrong version in their own. */
export function readFault(
  document: XmlDocument,
  profile: NapProfile,
  raw: Uint8Array,
): NapAnswer | undefined {
  for (const version of ['1.1', '1.2'] as const) {
    const namespaces = { soap: soapNamespaces[version] }
    const [fault] = nodesAt(document, '/soap:Envelope/soap:Body/soap:Fault', namespaces)
    if (!fault) continue
    const form = forms[version]
    const code = shownValue(fault, form.code, namespaces).replace(/^[\w.-]+:/, '') || '-'
    const text = shownValue(fault, form.text, namespaces).slice(0, 1000) || '-'
    // SOAP 1.1 refines a code by a point: `Client.Authentication`.
    const side = code.split('.')[0] === form.sender ? 'sender' : 'receiver'
    return readMeaning(profile.fault[side], side, { code, text }, raw)
  }
  return undefined
}

function readMeaning(
  what: NapProfile['fault']['sender'],
  side: 'sender' | 'receiver',
  said: { readonly code: string; readonly text: string },
  raw: Uint8Array,
): NapAnswer {
  switch (what) {
    case 'failed':
      return failed(problem(side === 'sender' ? 'nap-fault-sender' : 'nap-fault-receiver', said), raw)
    case 'lost':
      return { kind: 'lost', problem: problem('nap-fault-lost', said), raw }
    case 'rejected':
      return { kind: 'rejected', reasons: [said], raw }
    default:
      return assertNever(what)
  }
}
