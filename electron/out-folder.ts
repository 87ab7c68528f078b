import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** A folder of the workspace for what people take away, made when it is first needed. */
export function outFolder(workspaceDir: string, ...names: readonly string[]): string {
  const folder = join(workspaceDir, ...names)
  mkdirSync(folder, { recursive: true })
  return folder
}
