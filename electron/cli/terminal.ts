import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** Where a command's words go: results to stdout, everything else to stderr, so that scripts read clean JSON. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** A secret from `--pin-stdin` (first line of standard input) or asked at the terminal without echo. */
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

async function lineOfStdin(): Promise<Result<string>> {
  let text = ''
  for await (const chunk of process.stdin) {
    text += String(chunk)
    if (text.includes('\n') || text.length > 1000) break
  }
  const line = text.split(/\r?\n/, 1)[0] ?? ''
  return line ? ok(line) : fail(problem('pin-not-given', {}, {}, false))
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
