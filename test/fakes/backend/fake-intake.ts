import { problem } from '../../../shared/problem.ts'
import type { IntakePreview, IntakeReport } from '../../../shared/record/intake-views.ts'

const headers = [
  ['A', 'VIN', 'vin'],
  ['B', 'Order', 'order'],
  ['C', 'Body', 'variant'],
  ['D', 'NAP', 'nap'],
  ['E', 'Length mm', 'CocDataGroup/DimensionGroup/Length'],
  ['F', 'Mass ready kg', 'CocDataGroup/MassGroup/MassInRunningOrder'],
  ['G', 'Weighed kg', 'measured:CocDataGroup/MassGroup/ActualMass'],
  ['H', 'Sales note', ''],
] as const

export const preview: IntakePreview = {
  profile: 'orders',
  file: 'orders-april.xlsx',
  sheet: 'Orders',
  sheets: ['Orders', 'Archive'],
  headerRow: 3,
  columns: headers.map(([letter, header, target]) => ({ letter, header, target })),
  rows: Array.from({ length: 12 }, (_, at) => {
    const row = at + 4
    const vin = at === 4 ? 'ZZZFT35CHTX0001' : `ZZZFT35CHTX0001${String(at + 1).padStart(2, '0')}`
    return {
      row,
      cells: [
        vin,
        `26-41${String(at + 1).padStart(2, '0')}`,
        'TIP3-3450',
        'KBA',
        '5980',
        at === 6 ? '2540,5' : '2540',
        '2645',
        at % 3 === 0 ? 'Call before delivery' : '',
      ],
      problems: {
        ...(at === 4
          ? { A: problem('value-too-short', { value: vin, length: 15, min: 17 }, { row, column: 'A' }) }
          : {}),
        ...(at === 6
          ? {
              F: problem('value-decimal-comma', { value: '2540,5', instead: '2540.5' }, { row, column: 'F' }),
            }
          : {}),
      },
    }
  }),
  problems: [],
  totalRows: 12,
}

export const report: IntakeReport = {
  file: 'orders-april.xlsx',
  read: 12,
  added: 9,
  changed: 1,
  unchanged: 1,
  refused: 1,
  problems: [
    problem(
      'value-too-short',
      { value: 'ZZZFT35CHTX0001', length: 15, min: 17 },
      { sheet: 'Orders', row: 8, column: 'A' },
    ),
  ],
  changes: [
    {
      vin: 'ZZZFT35CHTX000103',
      path: 'CocDataGroup/MassGroup/MassInRunningOrder',
      before: '2530',
      after: '2540',
    },
  ],
}
