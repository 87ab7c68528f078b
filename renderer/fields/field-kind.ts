import { assertNever } from '../../shared/assert-never.ts'
import type { ValueType } from '../../shared/ivi/catalogue.ts'

export type FieldKind = 'indicator' | 'code' | 'number' | 'date' | 'text'

/** How a field is entered follows from its type in the catalogue alone. */
export function fieldKind(type: ValueType): FieldKind {
  if (type.codes)
    return type.codes.length === 2 && type.codes.includes('Y') && type.codes.includes('N')
      ? 'indicator'
      : 'code'
  switch (type.base) {
    case 'decimal':
    case 'int':
    case 'short':
      return 'number'
    case 'date':
      return 'date'
    case 'string':
    case 'dateTime':
      return 'text'
    default:
      return assertNever(type.base)
  }
}
