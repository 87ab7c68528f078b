import { hash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { FileInput } from '../../shared/ipc-contract.ts'
import { outFolder, writeWhole } from '../out-folder.ts'
import type { Workspace } from '../workspace.ts'

/**
 * The path of a file that came in. What a browser handed over has no path of its own: its bytes are kept in the
 * workspace, since the answer goes into a copy of it later.
 */
export function keptSource(workspace: Workspace, input: FileInput): string {
  if ('path' in input) return resolve(input.path)
  const bytes = Buffer.from(input.base64, 'base64')
  const sha256 = hash('sha256', bytes).slice(0, 12)
  const file = join(outFolder(workspace.dir, 'sources', sha256), basename(input.name))
  if (!existsSync(file)) writeWhole(file, bytes)
  return file
}
