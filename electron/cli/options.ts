import { resolve } from 'node:path'
import type { Language } from '../../shared/messages.ts'
import type { Terminal } from './terminal.ts'

/** What every verb gets: the words after it, where to work and how to speak. */
export interface Invocation {
  readonly workspace: string
  readonly json: boolean
  readonly language: Language
  /** Name of the person who acts; empty: the caller of the script. */
  readonly as: string
  readonly pinFromStdin: boolean
  readonly terminal: Terminal
}

export interface GlobalOptions {
  readonly workspace?: string
  readonly json?: boolean
  readonly lang?: string
  readonly as?: string
  readonly pinStdin?: boolean
}

export function workspaceOf({ workspace }: GlobalOptions): string {
  return resolve(workspace || process.env.BODYMARK_WORKSPACE || 'workspace/main')
}

export function invocationOf(options: GlobalOptions, language: Language, terminal: Terminal): Invocation {
  return {
    workspace: workspaceOf(options),
    json: options.json === true,
    language,
    as: options.as ?? '',
    pinFromStdin: options.pinStdin === true,
    terminal,
  }
}
