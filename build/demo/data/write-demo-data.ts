import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { valueAt } from '../../../shared/ivi/message.ts'
import { utcDay } from '../../../shared/values/iso-date.ts'
import { demoApprovals, demoCompany, demoProfile, demoVariants, knownApprovals } from './definitions.ts'
import { baseFiles, baseTree, writeBases } from './write-bases.ts'
import { writeWorkbook } from './write-workbook.ts'

export interface DemoData {
  /** The delivery list, 12 vehicles. */
  readonly workbook: string
  /** eCoCs of the chassis makers, 9 files. */
  readonly bases: readonly string[]
  /** The approval folder. */
  readonly approvals: string
}

/**
 * Writes everything that the body builder of the demo starts with: `vehicles.xlsx`, `bases/*.xml`, and its
 * definitions as JSON beside them. What is there already stays byte for byte, so that a second run imports nothing new.
 */
export async function writeDemoData(folder: string): Promise<DemoData> {
  const definitions = join(folder, 'definitions')
  await mkdir(definitions, { recursive: true })
  const workbook = join(folder, 'vehicles.xlsx')
  if (!existsSync(workbook)) await writeWorkbook(workbook)
  const bases = await writeBases(join(folder, 'bases'))
  await writeJson(join(definitions, 'company.json'), demoCompany)
  await writeJson(join(definitions, 'mapping-profile.json'), demoProfile)
  for (const variant of demoVariants) {
    const { id } = variant as { readonly id: string }
    await writeJson(join(definitions, `variant-${id.toLowerCase()}.json`), variant)
  }
  // Its dates are seen from today, so that something always lapses next.
  const approvals = join(definitions, 'approvals.json')
  await writeFile(approvals, `${JSON.stringify(demoApprovals(utcDay(new Date())), null, 2)}\n`)
  return { workbook, bases, approvals }
}

async function writeJson(file: string, value: unknown): Promise<void> {
  if (!existsSync(file)) await writeFile(file, `${JSON.stringify(value, null, 2)}\n`)
}

/** What the training authority has on its books before the demo starts. */
export const authorityBooks = {
  knownApprovals,
  earlierStages: baseFiles.map((base) => {
    const tree = baseTree(base)
    const said = (name: string): string => valueAt(tree, `CocDataGroup/${name}`) ?? ''
    return {
      vin: base.vin,
      approval: said('TypeApprovalNumber'),
      type: said('Type'),
      variant: said('Variant'),
      version: said('Version'),
    }
  }),
}
