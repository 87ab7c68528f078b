import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { leavesOf, type MessageTree } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import type { Source } from '../../../shared/record/layers.ts'
import type { DriftItem, StageView, VehicleDetail, VehicleRow } from '../../../shared/record/views.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { chassis, craneStage, platformStage } from './crane-truck.ts'

const catalogue = loadCatalogue()
const when = '2026-04-20T06:12:00.000Z'

const stage = (
  id: number,
  tree: MessageTree,
  manufacturer: string,
  approval: string,
  valid: boolean,
): StageView => ({
  id,
  stageNumber: id,
  stageOfCompletion: 'I',
  manufacturer,
  approval,
  file: `ZZZFT26CHTX000303-stage${id}.xml`,
  sha256: String(id).repeat(64),
  version: 1,
  addedAt: when,
  schemaValid: true,
  signature: {
    present: true,
    valid,
    signer: manufacturer,
    problems: valid ? [] : [{ code: 'signature-digest-mismatch' }],
  },
  tree,
})

const stages: readonly StageView[] = [
  stage(1, chassis, 'Fortuna Veicoli S.p.A.', 'e3*2018/858*00992*11', true),
  stage(2, craneStage, 'Hebewerk Nordlicht GmbH', 'e1*2018/858*01204*02', true),
]

const drift: readonly DriftItem[] = [
  {
    path: 'CocDataGroup/MassGroup/ActualMass',
    against: 'measured',
    expected: '13885',
    actual: '26410',
    differencePercent: '90.2',
    tolerancePercent: '3',
    exceeded: true,
  },
  {
    path: 'CocDataGroup/DimensionGroup/Length',
    against: 'variant',
    expected: '9440',
    actual: '9450',
    differencePercent: '0.11',
    tolerancePercent: '3',
    exceeded: false,
  },
]

/** Where the fake's values came from, by a look at their place. */
function sourceOf(path: string): Source {
  if (path.includes('/ActualMass')) return { kind: 'measured', slip: 'W-2291', cell: 'H7' }
  if (path.includes('DistributionMassRunningOrder')) {
    return { kind: 'file', file: 'orders-april.xlsx', sheet: 'Orders', cell: 'K7' }
  }
  if (path.includes('Manufacturer') || path.includes('SigningAuthority')) return { kind: 'company' }
  if (path.includes('PreviousStage')) return { kind: 'computed', by: 'stages' }
  if (path.includes('AxleTable') || path.includes('MaximumSpeed')) {
    return { kind: 'base', stage: 2, sha256: '2'.repeat(64) }
  }
  if (path.includes('VehicleIdentificationNumber')) {
    return { kind: 'file', file: 'orders-april.xlsx', sheet: 'Orders', cell: 'A7' }
  }
  return { kind: 'variant', id: 'pl3-a580', version: 3 }
}

/** Everything of one vehicle; each row of the fleet shows the same crane truck under its own VIN and state. */
export function vehicleDetail(row: VehicleRow): VehicleDetail {
  const leaves = new Map(leavesOf(platformStage)).set('CocDataGroup/VehicleIdentificationNumber', row.vin)
  const tree = treeOf(leaves)
  return {
    row,
    release: '2.0',
    certificateId: row.id,
    reference: '0c1de60d-5b3c-4b0e-8f9a-2f4b62f3a303',
    editable: row.status === 'draft' || row.status === 'checked',
    tree,
    sources: Object.fromEntries([...leavesOf(tree).keys()].map((path) => [path, sourceOf(path)])),
    stages: row.base === 'linked' ? stages : [],
    findings: findingsOf(tree, row),
    drift: row.status === 'draft' ? drift : [],
    next: nextOf(row),
    attempts: attemptsOf(row),
    history: [
      {
        seq: 41,
        at: when,
        person: 'Jana Keller',
        action: 'value-typed',
        args: { path: 'CocDataGroup/MassGroup/ActualMass', before: '13885', after: '26410' },
      },
      {
        seq: 12,
        at: '2026-04-19T13:02:00.000Z',
        person: 'Jana Keller',
        action: 'imported',
        args: { file: 'orders-april.xlsx' },
      },
    ],
  }
}

function nextOf(row: VehicleRow): VehicleDetail['next'] {
  if (row.base === 'missing') return 'link-base'
  if (row.status === 'draft') return row.findings.error > 0 ? 'mend-findings' : 'check'
  if (row.status === 'checked') return 'sign'
  if (row.status === 'signed') return 'submit'
  if (row.status === 'queued' || row.status === 'sent') return 'wait'
  if (row.status === 'unknown') return 'decide'
  return row.status === 'rejected' ? 'correct' : 'done'
}

function attemptsOf(row: VehicleRow): VehicleDetail['attempts'] {
  if (row.status === 'rejected') {
    const text = 'Sum of axle masses differs from item 13'
    const path = 'CocDataGroup/AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle'
    const reasons = [{ code: 'R-117', text, path }]
    return [{ id: 1, nap: row.nap, number: 1, startedAt: when, endedAt: when, outcome: 'rejected', reasons }]
  }
  if (row.status === 'accepted') {
    return [
      {
        id: 1,
        nap: row.nap,
        number: 1,
        startedAt: when,
        endedAt: when,
        outcome: 'accepted',
        receipt: 'NAP-2026-000451',
        reasons: [],
      },
    ]
  }
  if (row.status === 'unknown') {
    return [
      {
        id: 1,
        nap: row.nap,
        number: 1,
        startedAt: when,
        endedAt: when,
        outcome: 'lost',
        reasons: [],
        problem: { code: 'nap-answer-lost' },
      },
    ]
  }
  return []
}

/** The product's own rules judge, so that findings come and go as they do for real. */
export function findingsOf(tree: MessageTree, row: VehicleRow): readonly Finding[] {
  const earlier =
    row.base === 'linked' ? stages.map(({ tree: of, stageNumber }) => ({ tree: of, stageNumber })) : []
  return runRules({ tree, catalogue, earlier, today: when.slice(0, 10), phase: 'draft' })
}

export function treeOf(leaves: ReadonlyMap<string, string>): MessageTree {
  const built = buildTree(leaves, catalogue)
  if (!built.ok) throw new Error(JSON.stringify(built.problem))
  return built.value
}
