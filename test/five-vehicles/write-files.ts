import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { approvals } from './approvals.ts'
import { caravanResult, tipperResult, trailerResult } from './results.ts'
import { variants } from './variants.ts'
import { type BaseName, writeBases } from './write-bases.ts'

export interface OfficeFiles {
  readonly approvals: string
  readonly variants: readonly string[]
  readonly bases: Readonly<Record<BaseName, string>>
  readonly results: Readonly<Record<'tipper' | 'caravan' | 'trailer', string>>
}

/** Everything that the office has as files before its first vehicle. */
export async function writeFiles(folder: string): Promise<OfficeFiles> {
  mkdirSync(folder, { recursive: true })
  const write = (name: string, text: string): string => {
    const file = join(folder, name)
    writeFileSync(file, text)
    return file
  }
  return {
    approvals: write('approvals.json', JSON.stringify(approvals)),
    variants: variants.map((one) =>
      write(`variant-${(one as { readonly id: string }).id}.json`, JSON.stringify(one)),
    ),
    bases: await writeBases(join(folder, 'bases')),
    results: {
      tipper: write(tipperResult.name, tipperResult.text),
      caravan: write(caravanResult.name, caravanResult.text),
      trailer: write(trailerResult.name, trailerResult.text),
    },
  }
}
