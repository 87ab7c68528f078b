import { open } from 'node:fs/promises'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { ByteSource } from '../../shared/spreadsheet/zip-directory.ts'

export interface ClosableSource extends ByteSource {
  close(): Promise<void>
}

export function memorySource(bytes: Uint8Array): ClosableSource {
  return {
    size: bytes.byteLength,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    close: async () => {},
  }
}

/** Codes of the operating system, told apart where a person can do something different about them. */
const problemOfCode: Readonly<Record<string, string>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EACCES: 'file-not-readable',
  EPERM: 'file-not-readable',
  EBUSY: 'file-in-use',
  EISDIR: 'file-is-folder',
}

/**
 * Opens a file for reading at any place.
 * Problems: `file-missing`, `file-not-readable`, `file-in-use`, `file-is-folder`, `file-unreadable`.
 */
export async function fileSource(path: string): Promise<Result<ClosableSource>> {
  try {
    const handle = await open(path, 'r')
    const stat = await handle.stat()
    if (!stat.isFile()) {
      await handle.close()
      return fail(problem(stat.isDirectory() ? 'file-is-folder' : 'file-not-readable', { file: path }))
    }
    return ok({
      size: stat.size,
      read: async (offset, length) => {
        const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, stat.size - offset)))
        const { bytesRead } = await handle.read(bytes, 0, bytes.byteLength, offset)
        return bytes.subarray(0, bytesRead)
      },
      close: () => handle.close(),
    })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return fail(problem(problemOfCode[code] ?? 'file-unreadable', { file: path, code }))
  }
}
