import { describe, expect, it } from 'vitest'
import example from '../../../../schemas/approvals/example.json' with { type: 'json' }
import { parseApprovals } from '../../../../shared/approvals/approval.ts'
import { readSheetRows } from '../../../../shared/approvals/sheet/read-sheet-rows.ts'
import { sheetHeaders, sheetRows } from '../../../../shared/approvals/sheet/write-rows.ts'
import { shippedLanguages } from '../../../../shared/language/languages.ts'
import type { SheetRow } from '../../../../shared/spreadsheet/cell.ts'
import { anApproval, tipperApproval } from '../a-folder.ts'

type Cell = string | number | undefined

function sheetOf(rows: readonly (readonly Cell[])[]): readonly SheetRow[] {
  return rows.map((cells, at) => ({
    row: at + 1,
    texts: cells.map((cell) => String(cell ?? '')),
    kinds: cells.map((cell) => (cell === undefined ? '-' : typeof cell === 'number' ? 'n' : 't')).join(''),
  }))
}

const head = ['Genehmigung', 'Erweiterung', 'Ausgestellt am', 'Typ', 'Variante', 'Version']
const good = ['e24*2018/858*00990', '04', '02.03.2026', 'MB', 'TIP3', '3450']
const problemsOf = (...rows: readonly (readonly Cell[])[]) =>
  readSheetRows(sheetOf(rows)).problems.map(
    ({ code, where }) => `${where?.column ?? ''}${where?.row ?? ''} ${code}`,
  )

describe('the approval sheet', () => {
  it.each(shippedLanguages)('is read as it was written (%s)', (language) => {
    const parsed = parseApprovals([...example, tipperApproval].slice(0, 2))
    if (!parsed.ok) throw new Error(parsed.problem.code)
    const rows = [sheetHeaders(language).map(({ header }) => header), ...sheetRows(parsed.value)]
    const read = readSheetRows(sheetOf(rows))
    expect(read.problems).toEqual([])
    expect(read.approvals).toEqual(parsed.value)
  })

  it('keeps bases of single versions, options of nobody, and individual approvals', () => {
    const folder = [
      anApproval(tipperApproval),
      anApproval({
        number: 'e24*IV18/858*00007*A1B2C3',
        kind: 'IV',
        vehicles: ['ZZZFT35CHTX000101', 'ZZZFT35CHTX000102'],
      }),
    ]
    const rows = [sheetHeaders('en').map(({ header }) => header), ...sheetRows(folder)]
    const { approvals, problems } = readSheetRows(sheetOf(rows))
    expect(problems).toEqual([])
    expect(approvals).toEqual(folder)
  })

  it('a title may stand above the headers, which may come in any order', () => {
    const rows = [['Unsere Genehmigungen'], [], head.toReversed(), good.toReversed()]
    expect(readSheetRows(sheetOf(rows)).approvals).toMatchObject([
      {
        kind: 'EU',
        extensions: [{ extension: '04', issued: '2026-03-02', versions: [{ version: '3450' }] }],
      },
    ])
  })

  it.each<[string, readonly Cell[]]>([
    ['A2 approval-cell-missing', [undefined, '04', '2026-03-02', 'MB', 'TIP3', '3450']],
    ['A2 approval-cell-no-number', ['Nummer 990', '04', '2026-03-02', 'MB', 'TIP3', '3450']],
    ['B2 approval-cell-no-extension', ['e24*2018/858*00990', 'vier', '2026-03-02', 'MB', 'TIP3', '3450']],
    ['B2 approval-cell-missing', ['e24*2018/858*00990', undefined, '2026-03-02', 'MB', 'TIP3', '3450']],
    ['C2 approval-cell-no-day', ['e24*2018/858*00990', '04', '31.02.2026', 'MB', 'TIP3', '3450']],
    ['C2 approval-cell-missing', ['e24*2018/858*00990', '04', undefined, 'MB', 'TIP3', '3450']],
    ['E2 approval-row-half-version', ['e24*2018/858*00990', '04', '2026-03-02', 'MB', undefined, '3450']],
  ])('%s: a bad cell is named', (expected, row) => {
    expect(problemsOf(head, row)).toEqual([expected])
  })

  it.each<[string, string, Cell]>([
    ['G2 approval-cell-no-figure', 'Nr. 13 bis [kg]', 'zwei Tonnen'],
    ['G2 approval-cell-no-figure', 'Nr. 13 bis [kg]', -5],
    ['G2 approval-cell-no-figure', 'Nr. 13 bis [kg]', 2500.5],
    ['G2 approval-cell-no-kind', 'Art', 'Großserie'],
    ['G2 approval-cell-no-vin', 'FIN', 'ABC'],
    ['G2 approval-cell-no-number', 'Basisgenehmigung', 'Fortuna'],
    ['G1 approval-sheet-unknown-column', 'Farbe', 'rot'],
    ['G1 approval-sheet-column-twice', 'Version', '1'],
    ['G2 approval-row-base-without', 'Basiserweiterungen', '08'],
  ])('%s in column %s', (expected, header, value) => {
    expect(problemsOf([...head, header], [...good, value])).toEqual([expected])
  })

  it('every bad cell is told at once, and rows that contradict one another', () => {
    const other = [...good.slice(0, 2), '2026-03-03', ...good.slice(3)]
    expect(problemsOf(head, good, other)).toEqual(['C3 approval-cell-differs'])
    const bad = ['x', 'y', 'z', 'MB', 'TIP3', '3450']
    expect(problemsOf(head, bad)).toHaveLength(3)
  })

  it('a row is as good as its approval: what that contradicts is told with its row', () => {
    expect(problemsOf([...head, 'Nr. 13 von', 'Nr. 13 bis'], [...good, '3.000', '2.000'])).toEqual([
      '2 approval-range-turned',
    ])
    expect(problemsOf(head, ['e24*KS18/858*00001', ...good.slice(1)])).toEqual(['2 approval-limit-missing'])
  })

  it('extensions of a base come as a list or a span, figures with or without groups', () => {
    const headers = [...head, 'Basisgenehmigung', 'Basiserweiterungen', 'Nr. 16.1 bis']
    const read = readSheetRows(sheetOf([headers, [...good, 'e3*2018/858*00991', '7 bis 9, 11', '3.500']]))
    expect(read.approvals[0]?.extensions[0]?.bases[0]?.extensions).toEqual(['07', '08', '09', '11'])
    expect(read.approvals[0]?.extensions[0]?.versions[0]?.ranges).toEqual({ ladenMass: { max: 3500 } })
  })

  it('a sheet without headers or without rows is told so', () => {
    expect(problemsOf(['Kunde', 'Ort'], ['A', 'B'])).toEqual([' approval-sheet-no-header'])
    expect(problemsOf(head)).toEqual(['1 approval-sheet-empty'])
    expect(problemsOf()).toEqual([' approval-sheet-no-header'])
  })
})
