import { randomBytes } from 'node:crypto'
import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../ports.ts'

const largest = 1024 * 1024
const kept = 5
/** A VIN leads to a person; whatever looks like one is struck out of what libraries say. */
const vinLike = /\b[A-HJ-NPR-Z0-9]{17}\b/g

/**
 * The workspace's log: one JSON object a line under `logs/`, five files of at most 1 MB. It never fails its caller:
 * a full disk or a read-only folder costs the line, not the work.
 */
export function openLog(workspace: string, now: () => Date = () => new Date()): Log {
  const folder = join(workspace, 'logs')
  const file = join(folder, 'bodymark.log')
  const write = (entry: Readonly<Record<string, unknown>>): void => {
    try {
      mkdirSync(folder, { recursive: true })
      rotate(file)
      appendFileSync(file, `${JSON.stringify({ at: now().toISOString(), ...entry })}\n`)
    } catch {
      // Nothing is left to tell it to.
    }
  }
  return {
    info: (event, details = {}) => write({ event, ...details }),
    unexpected: (error) => {
      const id = randomBytes(5).toString('hex').toUpperCase()
      write({ event: 'unexpected', id, error: describe(error) })
      return id
    },
  }
}

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size < largest) return
  rmSync(`${file}.${kept - 1}`, { force: true })
  for (let age = kept - 2; age >= 1; age--) {
    if (statSync(`${file}.${age}`, { throwIfNoEntry: false }))
      renameSync(`${file}.${age}`, `${file}.${age + 1}`)
  }
  renameSync(file, `${file}.1`)
}

function describe(error: unknown): string {
  const words = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error)
  return words.replace(vinLike, '[VIN]').slice(0, 8000)
}
