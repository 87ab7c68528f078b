import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Where a command's words go: results to stdout, everything else to stderr, so that scripts read clean JSON. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** A secret from `--pin-stdin` (the next line of standard input) or asked at the terminal without echo. */
  secret(question: string, fromStdin: boolean): Promise<Result<string>>
  readonly interactive: boolean
}

export const systemTerminal: Terminal = {
  interactive: process.stdin.isTTY === true,
  out: (text) => {
    process.stdout.write(`${text}\n`)
  },
  err: (text) => {
    process.stderr.write(`${text}\n`)
  },
  secret: (question, fromStdin) => (fromStdin ? lineOfStdin() : askHidden(question)),
}

let stdinLines: AsyncIterator<string> | undefined

/** A line for each secret, in the order in which they are asked: the person's PIN, then the key's. */
async function lineOfStdin(): Promise<Result<string>> {
  stdinLines ??= createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  const { value, done } = await stdinLines.next()
  return !done && value ? ok(value) : fail(problem('pin-not-given', {}, {}, false))
}

async function askHidden(question: string): Promise<Result<string>> {
  if (process.stdin.isTTY !== true) return fail(problem('pin-not-given', {}, {}, false))
  process.stderr.write(question)
  // readline echoes what it is given to write; a deaf output keeps the secret off the screen.
  const deaf = new Writable({ write: (_chunk, _encoding, done) => done() })
  const lines = createInterface({ input: process.stdin, output: deaf, terminal: true })
  try {
    return ok(await lines.question(''))
  } finally {
    lines.close()
    process.stderr.write('\n')
  }
}
