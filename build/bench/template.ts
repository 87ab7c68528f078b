import exceljs from 'exceljs'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { makeTemplate } from '../../electron/pipeline/template.ts'
import { type Figure, rounded } from './figure.ts'
import { inTurn } from './measure.ts'

/** A template of N3 with every field, against exceljs writing the same texts into bare cells. */
export async function measureTemplate(runs: number): Promise<Figure> {
  const catalogue = loadCatalogue()
  const wish = { category: 'N3', stage: 'V', all: true, rows: {} }
  const make = async (): Promise<{ readonly bytes: Uint8Array; readonly columns: number }> => {
    const made = await makeTemplate(wish, 'de', catalogue)
    if (!made.ok) throw new Error(made.problem.code)
    return made.value
  }
  const { bytes, columns } = await make()
  const texts = await textsOf(bytes)
  const bare = async (): Promise<void> => {
    const workbook = new exceljs.Workbook()
    for (const { name, rows } of texts) workbook.addWorksheet(name).addRows(rows)
    await workbook.xlsx.writeBuffer()
  }
  const { ours, peer } = await inTurn({ ours: make, peer: bare }, { rounds: runs, warmUp: 1 })
  return {
    name: `template of N3 with everything (${columns} columns, notes, lists, checks)`,
    value: rounded(ours),
    unit: 'ms',
    runs,
    peer: { name: 'exceljs writing the same texts into bare cells', value: rounded(peer), unit: 'ms' },
    ratio: rounded(ours / peer),
    also: { bytes: bytes.byteLength },
  }
}

interface SheetTexts {
  readonly name: string
  readonly rows: string[][]
}

async function textsOf(bytes: Uint8Array): Promise<readonly SheetTexts[]> {
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer)
  return workbook.worksheets.map((sheet) => {
    const rows: string[][] = []
    sheet.eachRow((row) => {
      const cells: string[] = []
      row.eachCell((cell) => cells.push(cell.text))
      rows.push(cells)
    })
    return { name: sheet.name, rows }
  })
}
