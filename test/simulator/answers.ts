import type { Reason } from './ledger.ts'
import { banner, type SimulatorOptions, service } from './options.ts'

export interface Answer {
  readonly status: number
  readonly contentType: string
  readonly body: string
}

export interface Judgement {
  readonly reference: string
  readonly outcome: 'ACCEPTED' | 'REJECTED' | 'NOT-RECEIVED'
  readonly receipt: string
  readonly at: string
  readonly reasons: readonly Reason[]
}

export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uFFFD]/g, '?')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

const tag = (name: string, text: string): string => `<n:${name}>${escapeXml(text)}</n:${name}>`

export function judgementAnswer(
  version: SimulatorOptions['soapVersion'],
  operation: string,
  judgement: Judgement,
): Answer {
  const reasons = judgement.reasons.map(
    ({ code, text, field }) =>
      `<n:Reason>${tag('Code', code)}${tag('Text', text)}${field ? tag('Field', field) : ''}</n:Reason>`,
  )
  const body = [
    tag('Reference', judgement.reference),
    tag('Outcome', judgement.outcome),
    judgement.receipt ? tag('Receipt', judgement.receipt) : '',
    tag('ReceivedAt', judgement.at),
    reasons.length > 0 ? `<n:Reasons>${reasons.join('')}</n:Reasons>` : '',
  ].join('')
  const answer = `<n:${operation}Response xmlns:n="${service.namespace}">${body}</n:${operation}Response>`
  return soapAnswer(version, 200, answer)
}

export type FaultSide = 'sender' | 'receiver' | 'version'

/** A fault means that nothing was stored. */
export function faultAnswer(version: SimulatorOptions['soapVersion'], side: FaultSide, text: string): Answer {
  const codes = {
    '1.1': { sender: 'Client', receiver: 'Server', version: 'VersionMismatch' },
    '1.2': { sender: 'Sender', receiver: 'Receiver', version: 'VersionMismatch' },
  }
  const code = codes[version][side]
  const said = escapeXml(text)
  const fault =
    version === '1.1'
      ? `<faultcode>s:${code}</faultcode><faultstring>${said}</faultstring>`
      : `<s:Code><s:Value>s:${code}</s:Value></s:Code><s:Reason><s:Text xml:lang="en">${said}</s:Text></s:Reason>`
  return soapAnswer(
    version,
    side === 'sender' && version === '1.2' ? 400 : 500,
    `<s:Fault>${fault}</s:Fault>`,
  )
}

function soapAnswer(version: SimulatorOptions['soapVersion'], status: number, content: string): Answer {
  return {
    status,
    contentType: version === '1.1' ? 'text/xml; charset=utf-8' : 'application/soap+xml; charset=utf-8',
    body:
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- ${banner} -->\n` +
      `<s:Envelope xmlns:s="${service.soap[version]}"><s:Body>${content}</s:Body></s:Envelope>`,
  }
}
