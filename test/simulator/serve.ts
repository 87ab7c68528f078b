import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TLSSocket } from 'node:tls'
import { type Answer, faultAnswer, judgementAnswer } from './answers.ts'
import { judge, lookUp } from './judge.ts'
import type { Ledger } from './ledger.ts'
import { takeMode } from './misbehave.ts'
import { banner, type SimulatorOptions, service } from './options.ts'
import { readRequest } from './read-request.ts'
import { sendWrongly, wronglyBefore } from './wrong-answers.ts'

export interface Desk {
  readonly dir: string
  readonly options: SimulatorOptions
  readonly ledger: Ledger
}

/** One request at the authority's counter. */
export async function serve(request: IncomingMessage, response: ServerResponse, desk: Desk): Promise<void> {
  response.setHeader('x-training-tool', banner)
  const { authorized } = request.socket as TLSSocket
  if (!authorized) return refuseClient(request, response, desk)
  if (request.method !== 'POST') return plain(response, 405, `${banner}\n`)
  if (request.url !== '/nap') return plain(response, 404, 'POST /nap is the service.\n')
  const body = await bodyOf(request)
  if (!body) return plain(response, 413, 'The request is too big.\n')

  const control = takeMode(desk.dir)
  if (control.mode === 'slow') await sleep(control.delayMs, undefined, { ref: false })
  if (wronglyBefore(control.mode, response, desk.options.soapVersion)) return
  const { answer, reference } = answerOf(request, body, desk)
  if (await sendWrongly(control, response, answer, reference)) return
  response.writeHead(answer.status, { 'content-type': answer.contentType })
  response.end(answer.body)
}

function answerOf(
  request: IncomingMessage,
  body: Buffer,
  { options, ledger }: Desk,
): { readonly answer: Answer; readonly reference: string } {
  const { soapVersion } = options
  try {
    const read = readRequest(request.headers, body, options)
    if (read.kind === 'refused') return { answer: read.answer, reference: '' }
    const [operation, judgement] =
      read.kind === 'submit'
        ? ([service.submit, judge(read.reference, read.document, options, ledger)] as const)
        : ([service.ask, lookUp(read.reference, ledger)] as const)
    return { answer: judgementAnswer(soapVersion, operation, judgement), reference: judgement.reference }
  } catch (error) {
    process.stderr.write(`simulator: ${error instanceof Error ? error.stack : String(error)}\n`)
    return { answer: faultAnswer(soapVersion, 'receiver', 'the training tool failed'), reference: '' }
  }
}

function refuseClient(request: IncomingMessage, response: ServerResponse, desk: Desk): void {
  request.resume()
  if (takeMode(desk.dir).refusal === 'close') request.socket.destroy()
  else plain(response, 403, 'The client certificate is not one of ours.\n')
}

function plain(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(text)
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > service.maxRequestBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
