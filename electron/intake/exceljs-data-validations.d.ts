import type { DataValidation } from 'exceljs'

declare module 'exceljs' {
  interface Worksheet {
    /** Checks by range; exceljs' own types know those of single cells alone. */
    readonly dataValidations: { add(range: string, validation: DataValidation): void }
  }
}
