import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Asks a program of the system about a PDF; its name stands where `%` does. */
function ask(bytes: Uint8Array, tool: string, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'print-'))
  try {
    const file = join(folder, 'page.pdf')
    writeFileSync(file, bytes)
    const done = spawnSync(
      tool,
      args.map((arg) => (arg === '%' ? file : arg)),
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, cwd: folder },
    )
    if (done.error) throw done.error
    if (done.status !== 0) throw new Error(`${tool}: ${done.stderr}`)
    return done.stdout
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What poppler reads on the pages, one text a page. */
export function pagesOf(bytes: Uint8Array): readonly string[] {
  return ask(bytes, 'pdftotext', ['-layout', '%', '-']).split('\f').slice(0, -1)
}

export function textOf(bytes: Uint8Array): string {
  return pagesOf(bytes).join('\n')
}

/** Without white space: where a line breaks is no matter. */
export function squeezed(text: string): string {
  return text.replace(/\s+/g, '')
}

export function fontsOf(bytes: Uint8Array): readonly string[] {
  return ask(bytes, 'pdffonts', ['%']).trim().split('\n').slice(2)
}

export function infoOf(bytes: Uint8Array): string {
  return ask(bytes, 'pdfinfo', ['%'])
}

/** The structure tree with the texts of its elements, in reading order. */
export function structureOf(bytes: Uint8Array): string {
  return ask(bytes, 'pdfinfo', ['-struct-text', '%'])
}

/** What a QR reader finds on the first page. */
export function qrOf(bytes: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'print-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), bytes)
    const run = (tool: string, args: readonly string[]): string => {
      const done = spawnSync(tool, args, { encoding: 'utf8', cwd: folder })
      if (done.error) throw done.error
      return done.stdout
    }
    run('pdftoppm', ['-r', '150', '-f', '1', '-l', '1', '-png', '-singlefile', 'page.pdf', 'page'])
    return run('zbarimg', ['--quiet', '--raw', 'page.png']).trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
