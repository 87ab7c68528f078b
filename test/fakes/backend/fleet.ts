import type { Status } from '../../../shared/record/status.ts'
import type { VehicleRow, Why } from '../../../shared/record/views.ts'

const none = { error: 0, warning: 0, info: 0 }
const noWhy: { readonly why?: Why } = {}

type Given = Partial<VehicleRow> & { readonly vin: string; readonly status: Status }

function row(id: number, given: Given): VehicleRow {
  return {
    id,
    order: `26-${String(4100 + id)}`,
    category: 'N1',
    base: 'linked',
    baseName: 'FORTUNA FT35',
    variantId: 'tip3-3450',
    variantName: 'Tipper TIP3-3450',
    version: 1,
    findings: none,
    openDrift: 0,
    nap: 'KBA',
    updatedAt: new Date(Date.UTC(2026, 3, 20, 6, 0) - id * 3_600_000).toISOString(),
    ...noWhy,
    ...given,
  }
}

const finding = (code: string, args: Readonly<Record<string, string | number>>, path: string): Why => ({
  kind: 'finding',
  finding: { rule: '1', severity: 'error', path, paths: [path], code, args },
})

/** Twelve vehicles in every state, so that each screen has something to show. */
export const demoFleet: readonly VehicleRow[] = [
  row(1, {
    vin: 'ZZZFT26CHTX000303',
    status: 'draft',
    category: 'N3',
    baseName: 'FORTUNA Atlas 26',
    variantId: 'pl3-a580',
    variantName: 'Platform PL3 with crane',
    findings: { error: 1, warning: 2, info: 1 },
    openDrift: 1,
    why: finding('demo.mass', {}, 'CocDataGroup/MassGroup/ActualMass'),
  }),
  row(2, {
    vin: 'ZZZFT35CHTX000101',
    status: 'draft',
    findings: { error: 3, warning: 0, info: 0 },
    why: finding('demo.co2', {}, 'CocDataGroup/WltpEmissionTestParametersGroup/WltpEmissionTestMass'),
  }),
  row(3, { vin: 'ZZZFT35CHTX000102', status: 'checked' }),
  row(4, { vin: 'ZZZFT35CHTX000103', status: 'checked', findings: { error: 0, warning: 1, info: 0 } }),
  row(5, { vin: 'ZZZFT12CHTX000204', status: 'signed', category: 'N2', baseName: 'FORTUNA FT12' }),
  row(6, { vin: 'ZZZFT12CHTX000205', status: 'queued', category: 'N2', baseName: 'FORTUNA FT12' }),
  row(7, { vin: 'ZZZFT12CHTX000206', status: 'sent', category: 'N2', baseName: 'FORTUNA FT12' }),
  row(8, {
    vin: 'ZZZFT12CHTX000207',
    status: 'unknown',
    category: 'N2',
    baseName: 'FORTUNA FT12',
    why: { kind: 'problem', problem: { code: 'demo.lost-answer' } },
  }),
  row(9, {
    vin: 'ZZZFT35CHTX000108',
    status: 'rejected',
    why: {
      kind: 'reason',
      text: 'Sum of axle masses differs from item 13',
      path: 'CocDataGroup/AxleTable/AxleGroup[1]/DistributionMassRunningOrderAxle',
    },
  }),
  row(10, { vin: 'ZZZFT35CHTX000109', status: 'accepted' }),
  row(11, {
    vin: 'ZZZMBO4TATX000011',
    status: 'accepted',
    category: 'O4',
    base: 'none',
    baseName: '',
    variantId: 'semi-o4',
    variantName: 'Semi-trailer SZ24',
  }),
  row(12, {
    vin: 'ZZZMBO4TATX000012',
    status: 'draft',
    category: 'O4',
    base: 'missing',
    baseName: '',
    variantId: '',
    variantName: '',
    why: { kind: 'problem', problem: { code: 'demo.no-variant' } },
  }),
]

const manyStatuses: readonly Status[] = ['draft', 'draft', 'checked', 'accepted', 'accepted', 'accepted']

/** A register as large as a busy builder's after years. */
export function largeFleet(size: number): readonly VehicleRow[] {
  return Array.from({ length: size }, (_, at) =>
    row(at + 1, {
      vin: `ZZZFT35CHTX${String(at + 1).padStart(6, '0')}`,
      status: manyStatuses[at % manyStatuses.length] ?? 'draft',
      updatedAt: new Date(Date.UTC(2026, 3, 20, 6, 0) - at * 60_000).toISOString(),
    }),
  )
}
