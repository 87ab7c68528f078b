import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether xmllint finds each document valid against the schema at that path; all in one run, since it compiles slowly. */
export function xmllintVerdicts(xsdPath: string, documents: readonly Uint8Array[]): readonly boolean[] {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-xmllint-'))
  try {
    const names = documents.map((bytes, at) => {
      const name = `${at}.xml`
      writeFileSync(join(folder, name), bytes)
      return name
    })
    const run = spawnSync('xmllint', ['--noout', '--nonet', '--schema', xsdPath, ...names], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (run.error) throw run.error
    const valid = new Set(run.stderr.split('\n').flatMap((line) => /^(\S+) validates$/.exec(line)?.[1] ?? []))
    return names.map((name) => valid.has(name))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
