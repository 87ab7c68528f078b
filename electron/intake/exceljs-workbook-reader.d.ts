/** The part of exceljs 4.4.0 that reads a workbook as a stream, with the steps that its own types leave out. */
declare module 'exceljs/lib/stream/xlsx/workbook-reader.js' {
  import type { Readable } from 'node:stream'
  import type { Row } from 'exceljs'

  class WorkbookReader {
    constructor(
      input: Readable,
      options: {
        readonly sharedStrings: 'cache'
        readonly styles: 'cache'
        readonly worksheets: 'emit'
        readonly hyperlinks: 'ignore'
        readonly entries: 'ignore'
      },
    )
    styles: { getStyleModel(id: number): { readonly numFmt?: string } | null }
    workbookRels: readonly unknown[]
    model: { readonly sheets: readonly unknown[] }
    properties: { readonly model: { readonly date1904: boolean } }
    _parseStyles(part: Readable): Promise<void>
    _parseSharedStrings(part: Readable): AsyncGenerator<unknown>
    _parseWorksheet(
      pieces: AsyncIterable<string>,
      sheetNumber: string,
    ): Generator<{ readonly value: AsyncIterable<Row> }>
  }
  export = WorkbookReader
}
