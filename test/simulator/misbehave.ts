import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

/** Ways in which a server can go wrong, for tests and for training. `none`: it works. */
export const modes = [
  'none',
  'slow',
  'slow-body',
  'drop-before-storing',
  'drop-after-storing',
  'drop-mid-answer',
  'status-500',
  'status-503',
  'status-403',
  'status-404',
  'status-429',
  'redirect',
  'malformed',
  'html',
  'empty',
  'huge',
  'endless',
  'dtd',
  'utf-16',
  'truncated',
  'fault-sender',
  'fault-receiver',
  'other-reference',
  'no-receipt',
  'unknown-outcome',
  'two-outcomes',
  'two-answers',
] as const
export type Mode = (typeof modes)[number]

const control = z
  .object({
    mode: z.enum(modes).default('none'),
    /** So many requests; absent: until changed. */
    times: z.number().int().min(0).optional(),
    delayMs: z.number().int().min(0).default(5000),
    /** Which certificate the server shows. */
    certificate: z.enum(['right', 'other-name', 'other-authority', 'expired']).default('right'),
    /** How a client without a certificate of ours is turned away: in words, or by closing the connection. */
    refusal: z.enum(['http-403', 'close']).default('http-403'),
  })
  .strict()
export type Control = z.infer<typeof control>
export type ControlWish = z.input<typeof control>

const file = (dir: string): string => join(dir, 'control.json')

export function readControl(dir: string): Control {
  try {
    return control.parse(JSON.parse(readFileSync(file(dir), 'utf8')))
  } catch {
    return control.parse({})
  }
}

/** Takes effect with the next connection; written in one step, since another process reads it at any time. */
export function writeControl(dir: string, wish: ControlWish): void {
  const whole = `${file(dir)}.${process.pid}`
  writeFileSync(whole, JSON.stringify(control.parse(wish)))
  renameSync(whole, file(dir))
}

export function clearControl(dir: string): void {
  rmSync(file(dir), { force: true })
}

/** The mode for this request; a counted one is used up. */
export function takeMode(dir: string): Control {
  const now = readControl(dir)
  if (now.times === undefined || now.mode === 'none') return now
  if (now.times === 0) return { ...now, mode: 'none' }
  writeControl(dir, { ...now, times: now.times - 1 })
  return now
}
