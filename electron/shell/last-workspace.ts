import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from 'electron'

const settingsFile = (): string => join(app.getPath('userData'), 'shell.json')

/** `--workspace DIR` of the command line, else the folder that was open last, else one among the user's documents. */
export function findWorkspace(args: readonly string[] = process.argv): string {
  const at = args.indexOf('--workspace')
  const given = at < 0 ? undefined : args[at + 1]
  return given ?? readLast() ?? join(app.getPath('documents'), 'Bodymark')
}

function readLast(): string | undefined {
  try {
    const { workspace } = JSON.parse(readFileSync(settingsFile(), 'utf8')) as { workspace?: unknown }
    return typeof workspace === 'string' ? workspace : undefined
  } catch {
    return undefined
  }
}

export function rememberWorkspace(workspace: string): void {
  mkdirSync(dirname(settingsFile()), { recursive: true })
  writeFileSync(settingsFile(), JSON.stringify({ workspace }))
}
