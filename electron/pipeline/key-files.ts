import { existsSync } from 'node:fs'
import { saveSetting, setting } from '../register/settings.ts'
import type { Workspace } from '../workspace.ts'

/** Key files that were signed with here and are still there: only where they lie, never what opens them. */
export function rememberedKeyFiles(workspace: Workspace): readonly string[] {
  const files = JSON.parse(setting(workspace.db, 'key-files') ?? '[]') as string[]
  return files.filter((file) => existsSync(file))
}

export function rememberKeyFile(workspace: Workspace, file: string): void {
  const files = [...new Set([...rememberedKeyFiles(workspace), file])]
  saveSetting(workspace.db, 'key-files', JSON.stringify(files))
}
