import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { leavesOf } from '../../shared/ivi/message.ts'
import type { VehicleDetail } from '../../shared/record/views.ts'
import { aFolder, openTestWorkspace } from '../electron/pipeline/a-workspace.ts'
import { approvals } from './approvals.ts'
import { company } from './company.ts'
import { coc } from './message.ts'
import { variants } from './variants.ts'
import { type BaseName, writeBases } from './write-bases.ts'

/** Files of the earlier stages are written once for all tests of a file. */
let written: ReturnType<typeof writeBases> | undefined
let folder: string | undefined

/** The body builder's desk: company, approval folder and bodies are there, vehicles are not. */
export async function aDesk(basesIn: string) {
  const works = await openTestWorkspace(aFolder())
  const { ask } = works
  await ask('workspace/set-up', {
    company: company.company,
    country: company.country,
    person: company.person,
  })
  for (const json of variants) await ask('variant/save', { json })
  for (const json of approvals) await ask('approval/save', { json })
  if (folder !== basesIn) written = writeBases(join(basesIn, 'bases'))
  folder = basesIn
  const bases = await written

  /** As a file that somebody drops onto a screen. */
  const dropped = (name: string, text: string) => ({ name, base64: Buffer.from(text).toString('base64') })
  return {
    ...works,
    async addBase(name: BaseName) {
      const path = bases?.[name] ?? ''
      const [answer] = await ask('base/add', {
        files: [{ name: `${name}.xml`, base64: readFileSync(path).toString('base64') }],
      })
      expect(answer?.problem).toBeUndefined()
      return answer
    },
    async order(vin: string, variantId: string, options: readonly string[] = []) {
      const { row } = await ask('vehicle/add', { vin, variantId })
      if (options.length > 0) {
        const [item] = await ask('vehicle/apply-variant', { ids: [row.id], variantId, options: [...options] })
        expect(item?.problem).toBeUndefined()
      }
      return row.id
    },
    addResult: (id: number, { name, text }: { readonly name: string; readonly text: string }) =>
      ask('vehicle/add-result', { id, file: dropped(name, text) }),
    type: (id: number, values: Readonly<Record<string, string>>, reason?: string) =>
      ask('vehicle/set-values', {
        id,
        values: Object.entries(values).map(([path, value]) => ({ path: coc(path), value })),
        ...(reason ? { reason } : {}),
      }),
    vehicle: (id: number) => ask('vehicle/get', { id }),
    async check(id: number) {
      const [item] = await ask('vehicle/check', { ids: [id] })
      return item
    },
  }
}

/** Findings of a severity as a person would list them: rule, code and the item they are about. */
export function told({ findings }: VehicleDetail, severity: 'error' | 'warning' | 'info'): readonly string[] {
  return findings
    .filter((finding) => finding.severity === severity)
    .map(({ rule, code, path }) => `${rule} ${code} ${path.replace('CocDataGroup/', '')}`)
}

/** What the certificate says, below `CocDataGroup`. */
export function says({ tree }: VehicleDetail): ReadonlyMap<string, string> {
  return new Map([...leavesOf(tree)].map(([path, value]) => [path.replace('CocDataGroup/', ''), value]))
}
