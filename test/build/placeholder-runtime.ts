import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the fuses stand in Electron's program file: this mark, then version, count and one digit a fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const version = 1
const fuses = '011110101'

/**
 * A folder that looks like Electron's distribution for Linux, as far as packaging looks: the program file with all
 * fuses as Electron ships them, and the folders beside it. It cannot be run.
 */
export function makePlaceholderRuntime(folder: string, electronVersion: string): string {
  for (const name of ['resources', 'locales']) mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, 'version'), electronVersion)
  for (const language of ['en-US', 'en-GB', 'de', 'fr']) {
    writeFileSync(join(folder, 'locales', `${language}.pak`), '')
  }
  const wire = Buffer.concat([Buffer.from(sentinel), Buffer.of(version, fuses.length), Buffer.from(fuses)])
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.alloc(4096), wire, Buffer.alloc(4096)]), {
    mode: 0o755,
  })
  return folder
}
