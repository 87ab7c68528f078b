import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Answer, faultAnswer } from './answers.ts'
import type { Control, Mode } from './misbehave.ts'
import type { SimulatorOptions } from './options.ts'

/** Failures that come before anything is stored. True where the request is done with. */
export function wronglyBefore(
  mode: Mode,
  response: ServerResponse,
  version: SimulatorOptions['soapVersion'],
): boolean {
  const status: Partial<Record<Mode, number>> = {
    'status-403': 403,
    'status-404': 404,
    'status-429': 429,
    'status-503': 503,
    redirect: 307,
  }
  if (mode === 'drop-before-storing') {
    response.destroy()
    return true
  }
  if (mode === 'fault-sender' || mode === 'fault-receiver') {
    const side = mode === 'fault-sender' ? 'sender' : 'receiver'
    const fault = faultAnswer(version, side, 'asked to fail')
    response.writeHead(fault.status, { 'content-type': fault.contentType }).end(fault.body)
    return true
  }
  const code = status[mode]
  if (code === undefined) return false
  response
    .writeHead(code, { 'retry-after': '7', location: 'https://elsewhere.example/nap' })
    .end('asked to fail')
  return true
}

/** Failures after the document was stored: the sender cannot know it. True where an answer was sent or withheld. */
export async function sendWrongly(
  { mode, delayMs }: Control,
  response: ServerResponse,
  answer: Answer,
  reference: string,
): Promise<boolean> {
  if (mode === 'drop-after-storing') {
    response.destroy()
    return true
  }
  const changed = changes[mode]?.(answer.body, reference)
  if (changed !== undefined) {
    response.writeHead(mode === 'status-500' ? 500 : 200, { 'content-type': answer.contentType }).end(changed)
    return true
  }
  const whole = Buffer.from(answer.body)
  if (mode === 'truncated' || mode === 'drop-mid-answer') {
    // With a length that is never reached, and without one, where only the XML shows that an end is missing.
    const length = mode === 'truncated' ? { 'content-length': String(whole.length) } : {}
    response.writeHead(200, { 'content-type': answer.contentType, ...length })
    response.write(whole.subarray(0, whole.length / 2), () => response.destroy())
    return true
  }
  if (mode === 'slow-body' || mode === 'endless') {
    response.writeHead(200, { 'content-type': answer.contentType })
    for (let sent = 0; !response.destroyed && (mode === 'endless' || sent < whole.length); sent++) {
      response.write(mode === 'endless' ? Buffer.alloc(65_536, ' ') : whole.subarray(sent, sent + 1))
      await sleep(mode === 'endless' ? 1 : delayMs, undefined, { ref: false })
    }
    response.end()
    return true
  }
  return false
}

const changes: Partial<Record<Mode, (body: string, reference: string) => string>> = {
  'status-500': () => 'Internal Server Error',
  malformed: (body) => body.replace('</s:Body>', ''),
  html: () => '<html><body><p>Please log in to the network.</p></body></html>',
  empty: () => '',
  huge: (body) => body.replace('</s:Body>', `<!--${' '.repeat(8_000_000)}--></s:Body>`),
  dtd: (body) => body.replace('?>', '?><!DOCTYPE s:Envelope [<!ENTITY receipt "TRAINING-FORGED">]>'),
  'utf-16': (body) => Buffer.from(body, 'utf16le').toString('latin1'),
  'other-reference': (body, reference) =>
    reference === '' ? body : body.replace(reference, '00000000-0000-4000-8000-000000000000'),
  'no-receipt': (body) => body.replace(/<n:Receipt>.*?<\/n:Receipt>/, ''),
  'unknown-outcome': (body) => body.replace(/<n:Outcome>.*?</, '<n:Outcome>PERHAPS<'),
  'two-outcomes': (body) => body.replace(/(<n:Outcome>).*?</, '$1REJECTED</n:Outcome>$1ACCEPTED<'),
  'two-answers': (body) => body.replace(/(<n:\w+Response.*<\/n:\w+Response>)/, '$1$1'),
}
