import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoCompany, demoProfile, demoVariants } from '../../../../build/demo/data/definitions.ts'
import { authorityBooks, type DemoData, writeDemoData } from '../../../../build/demo/data/write-demo-data.ts'
import { compareStages } from '../../../../electron/completion/compare.ts'
import { complete } from '../../../../electron/completion/complete.ts'
import { type EarlierStage, stageNumberOf } from '../../../../electron/completion/overlay-stages.ts'
import { ownResultFindings } from '../../../../electron/completion/own-results.ts'
import { checkVariant, parseVariant } from '../../../../electron/completion/variant.ts'
import { spawnNode } from '../../../../electron/host/spawn-node.ts'
import { readSheet } from '../../../../electron/intake/read-sheet.ts'
import { buildIviXml } from '../../../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../../../electron/ivi-xml/load-catalogue.ts'
import { readIviXml } from '../../../../electron/ivi-xml/read-ivi-xml.ts'
import { validateIvi } from '../../../../electron/ivi-xml/validate-xml.ts'
import { applyProfile, type MappedRow } from '../../../../electron/mapping/apply-profile.ts'
import { headerProblems, matchColumns, proposeHeaderRow } from '../../../../electron/mapping/match-columns.ts'
import { parseProfile } from '../../../../electron/mapping/profiles.ts'
import { runGate } from '../../../../electron/rules/run-gate.ts'
import { verifyIvi } from '../../../../electron/signature/verify-ivi.ts'
import { relevance } from '../../../../shared/ivi/facts.ts'
import { leavesOf, valueAt } from '../../../../shared/ivi/message.ts'
import { composeDraft } from '../../../../shared/record/compose-draft.ts'
import type { Result } from '../../../../shared/result.ts'
import type { SheetRow } from '../../../../shared/spreadsheet/cell.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-demo-data-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const catalogue = loadCatalogue()
const must = <Value>(result: Result<Value>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value
}
const profile = must(parseProfile(demoProfile, catalogue))
const variants = demoVariants.map((json) => must(parseVariant(json, catalogue)))

let data: DemoData
let rows: readonly MappedRow[]
const bases = new Map<
  string,
  { readonly stage: EarlierStage; readonly signed: boolean; readonly valid: boolean }
>()

beforeAll(async () => {
  data = await writeDemoData(folder)
  rows = await readRows(data.workbook)
  for (const file of data.bases) {
    const bytes = readFileSync(file)
    const { tree } = must(readIviXml(bytes, catalogue))
    const vin = valueAt(tree, 'CocDataGroup/VehicleIdentificationNumber') ?? ''
    bases.set(vin, {
      stage: { stageNumber: stageNumberOf(tree), sha256: 'f'.repeat(64), tree },
      signed: verifyIvi(bytes).valid,
      valid: validateIvi(bytes, catalogue, { signature: 'required' }).valid,
    })
  }
})

async function readRows(path: string): Promise<readonly MappedRow[]> {
  const sheet = must(
    await readSheet({ path }, profile.source.sheet ? { sheet: profile.source.sheet } : {}, spawnNode),
  )
  const all: SheetRow[] = []
  for await (const batch of sheet.batches) all.push(...must(batch))
  const header = proposeHeaderRow(profile, all)
  if (!header) throw new Error('no header row')
  const columns = matchColumns(profile, header)
  expect(headerProblems(profile, columns)).toEqual([])
  expect(columns.filter(({ column }) => column === undefined)).toEqual([])
  return all
    .filter(({ row }) => row > header.row)
    .map((row) =>
      applyProfile(profile, catalogue, columns, row, { file: basename(path), sheet: sheet.info.sheet }),
    )
}

function completedVehicle(row: MappedRow) {
  const stages = [bases.get(row.vin)?.stage].filter((stage) => stage !== undefined)
  const variant = variants.find(({ id }) => id === row.variantId)
  const completion = complete({
    said: { file: row.file, ...(Object.keys(row.measured).length > 0 ? { measured: row.measured } : {}) },
    variant,
    stages,
    company: demoCompany.company,
    identity: {
      vin: row.vin,
      reference: '6a2957d3-4a32-41a6-a2d0-50681e0bf5e1',
      version: 1,
      at: '2026-11-22T08:00:00.000+00:00',
      signatureDate: '2026-11-22',
    },
    catalogue,
    isRelevant: (path, category, stage) => {
      const known = relevance(path, category, stage)
      return known === 'unknown' ? known : known === 'relevant'
    },
  })
  const { tree } = composeDraft(completion.layers, catalogue)
  const schema = validateIvi(buildIviXml(tree, catalogue), catalogue, { signature: 'optional' })
  const gate = runGate({ tree, catalogue, earlier: stages, today: '2026-11-22', schema })
  const drift = compareStages({ layers: completion.layers, stages, signOffs: [], catalogue })
  return {
    ...completion,
    variant,
    tree,
    findings: [...gate.findings, ...ownResultFindings(completion.leftOut, tree)],
    drift: drift.filter(({ exceeded }) => exceeded),
  }
}

/** The rows that are meant to be right, and what is wrong with the others. */
const shortVin = 'A-26-1043'
const overladen = 'A-26-1062'
const drifting = 'A-26-1042'
const unknownExtension = 'A-26-1054'
const decimalComma = 'A-26-1053'
const tampered = 'A-26-1061'
const rowOf = (order: string): MappedRow => {
  const row = rows.find((one) => one.order === order)
  if (!row) throw new Error(`no row ${order}`)
  return row
}

describe('the demo’s delivery list', () => {
  it('has twelve vehicles with a body or a trailer each, below a title', () => {
    expect(rows).toHaveLength(12)
    expect(new Set(rows.map(({ variantId }) => variantId))).toEqual(new Set(variants.map(({ id }) => id)))
    expect(rows.every(({ nap }) => nap === 'demo')).toBe(true)
  })

  it('has one VIN that is too short, and no other cell that cannot be read', () => {
    expect(rowOf(shortVin).vin).toBe('')
    expect(rows.flatMap(({ order, problems }) => problems.map(({ code }) => [order, code]))).toEqual([
      [shortVin, 'vin-length'],
    ])
  })

  it('has a mass written as text with a decimal comma, which the profile knows to read', () => {
    expect(rowOf(decimalComma).file['CocDataGroup/MassGroup/MassInRunningOrder']?.value).toBe('6250')
  })
})

describe('the demo’s earlier stages', () => {
  it('are valid by schema, and signed, but for the one that was changed afterwards', () => {
    expect(bases.size).toBe(9)
    expect([...bases.values()].every(({ valid }) => valid)).toBe(true)
    const unsigned = [...bases].filter(([, { signed }]) => !signed).map(([vin]) => vin)
    expect(unsigned).toEqual([rowOf(tampered).vin])
  })

  it('give no error and no warning by the rules themselves', () => {
    for (const { stage } of bases.values()) {
      const { findings } = runGate({
        tree: stage.tree,
        catalogue,
        earlier: [],
        today: '2026-11-22',
        schema: { valid: true, errors: [] },
      })
      expect(findings).toEqual([])
    }
  })

  it('are known to the training authority, and so are all approvals but one extension', () => {
    expect(authorityBooks.earlierStages.map(({ vin }) => vin).sort()).toEqual([...bases.keys()].sort())
    for (const row of rows.filter(({ vin }) => vin !== '')) {
      const approval = valueAt(completedVehicle(row).tree, 'CocDataGroup/TypeApprovalNumber')
      expect(authorityBooks.knownApprovals.includes(approval ?? '')).toBe(row.order !== unknownExtension)
    }
  })
})

describe('the demo’s vehicles, completed', () => {
  const sound = () => rows.filter(({ order }) => ![shortVin, overladen].includes(order))

  it('fit their body and pass schema and rules without a word, but for the seeded mistakes', () => {
    for (const row of sound()) {
      const { variant, category, findings } = completedVehicle(row)
      expect(variant && checkVariant(variant, category)).toBeUndefined()
      expect([row.order, findings]).toEqual([row.order, []])
    }
  })

  it('cover N1, N2, N3 over a chassis, a complete van, and two O4 trailers without a base', () => {
    const kinds = sound().map((row) => {
      const base = bases.get(row.vin)?.stage.tree
      return [
        completedVehicle(row).category,
        base ? valueAt(base, 'CocDataGroup/StageOfCompletion') : '-',
      ].join(' ')
    })
    expect([...new Set(kinds)].sort()).toEqual(['N1 C', 'N1 I', 'N2 I', 'N3 I', 'O4 -'])
    expect(kinds.filter((kind) => kind === 'O4 -')).toHaveLength(2)
  })

  it('have one that weighs too much for its axles, refused by the rules', () => {
    const errors = completedVehicle(rowOf(overladen)).findings.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ rule }) => rule)).toEqual(['1', '4'])
  })

  it('have one that was weighed out of tolerance and needs a sign-off', () => {
    const drift = rows
      .filter(({ vin }) => vin !== '')
      .flatMap((row) => completedVehicle(row).drift.map((item) => [row.order, item.path, item.against]))
    expect(drift).toEqual([[drifting, 'CocDataGroup/MassGroup/MassInRunningOrder', 'measured']])
  })

  it('never state a CO2 or energy value of their base', () => {
    const energy = /Co2|Consumption|ElectricRange|WltpEmissionTestMass|RoadLoad/
    for (const row of sound()) {
      const base = bases.get(row.vin)?.stage.tree
      if (!base) continue
      const own = leavesOf(completedVehicle(row).tree)
      for (const [path, value] of leavesOf(base)) {
        if (energy.test(path)) expect([path, own.get(path)]).not.toEqual([path, value])
      }
    }
  })
})

describe('writing the demo’s data again', () => {
  it('changes no file', async () => {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    const before = files.map((file) => readFileSync(file))
    await writeDemoData(folder)
    expect(
      files.map((file) => readFileSync(file).equals(before[files.indexOf(file)] ?? Buffer.of())),
    ).not.toContain(false)
    expect(files.length).toBe(1 + 9 + 3 + demoVariants.length)
  })
})
