import exceljs from 'exceljs'
import list from './delivery-list.json' with { type: 'json' }
import { fleetVin, sheetName } from './fleet.ts'

/** Writes a list of so many vehicles as a real spreadsheet program would: shared strings, dates as dates. */
export async function writeDeliveryList(file: string, vehicles: number): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    filename: file,
    useStyles: true,
    useSharedStrings: true,
  })
  const sheet = workbook.addWorksheet(sheetName)
  sheet.columns = list.columns.map(({ header, isDate }) => ({
    header,
    width: 14,
    ...(isDate ? { style: { numFmt: 'dd.mm.yyyy' } } : {}),
  }))
  for (let number = 1; number <= vehicles; number += 1) {
    sheet.addRow(list.columns.map((column) => cellOf(column, number))).commit()
  }
  sheet.commit()
  await workbook.commit()
}

type Column = (typeof list.columns)[number]

function cellOf({ value, spread, isDate }: Column, number: number): string | number | Date {
  const step = spread ? (number * 37) % spread : 0
  if (typeof value === 'number') return value + step
  if (isDate) return new Date(Date.parse(`${value}T00:00:00Z`) + step * 86_400_000)
  return value.replace('{vin}', fleetVin(number)).replace('{number}', String(number))
}
