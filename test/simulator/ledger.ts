import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Reason {
  readonly code: string
  readonly text: string
  /** XPath of the field from the document's root. */
  readonly field?: string
}

/** One judgement of the authority. */
export interface Entry {
  readonly at: string
  readonly reference: string
  readonly sha256: string
  readonly vin: string
  readonly stage: string
  readonly version: number
  readonly approval: string
  readonly outcome: 'ACCEPTED' | 'REJECTED'
  readonly receipt: string
  readonly reasons: readonly Reason[]
}

/** What the authority has on its books, in a file that survives a restart: one line a judgement. */
export interface Ledger {
  readonly entries: readonly Entry[]
  add(entry: Entry, document: Uint8Array): void
  /** Keeps the bytes of a document as they arrived; answers their SHA-256 in hex. */
  keep(document: Uint8Array): string
}

const ledgerFile = (dir: string): string => join(dir, 'ledger.jsonl')

export function openLedger(dir: string): Ledger {
  const received = join(dir, 'received')
  mkdirSync(received, { recursive: true })
  const entries: Entry[] = [...readLedger(dir)]
  const keep = (document: Uint8Array): string => {
    const sha256 = sha256Of(document)
    const file = join(received, `${sha256}.xml`)
    if (!existsSync(file)) writeFileSync(file, document)
    return sha256
  }
  return {
    entries,
    keep,
    add(entry, document) {
      keep(document)
      appendFileSync(ledgerFile(dir), `${JSON.stringify(entry)}\n`)
      entries.push(entry)
    },
  }
}

/** Also for another process: what the authority on this folder has judged so far. */
export function readLedger(dir: string): readonly Entry[] {
  if (!existsSync(ledgerFile(dir))) return []
  const lines = readFileSync(ledgerFile(dir), 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Entry)
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
