import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from './register/make-folder.ts'

/** A folder of the workspace for what people take away, made when it is first needed. */
export function outFolder(workspaceDir: string, ...names: readonly string[]): string {
  const folder = join(workspaceDir, ...names)
  makeFolder(folder)
  return folder
}

/** Writes a file whole or not at all: whoever looks at it after a crash finds the old one, none, or the new one. */
export function writeWhole(file: string, content: Uint8Array | string): void {
  const part = `${file}.part`
  try {
    const handle = openSync(part, 'w')
    try {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
      for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** {@link writeWhole} without holding up whoever asks: the disk's time is not the caller's. */
export async function writeWholeAside(file: string, content: Uint8Array): Promise<void> {
  const part = `${file}.part`
  try {
    const handle = await open(part, 'w')
    try {
      await handle.writeFile(content)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}
