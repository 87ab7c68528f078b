import type { ComponentType, ReactNode } from 'react'
import { assertNever } from '../../shared/assert-never.ts'
import type { ValueType } from '../../shared/ivi/catalogue.ts'
import { CodeField } from './code-field.tsx'
import { DateField } from './date-field.tsx'
import type { FieldInputProps } from './field-input.ts'
import { IndicatorField } from './indicator-field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

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

const inputs: Readonly<Record<FieldKind, ComponentType<FieldInputProps>>> = {
  indicator: IndicatorField,
  code: CodeField,
  number: NumberField,
  date: DateField,
  text: TextField,
}

export function Field(props: FieldInputProps): ReactNode {
  const Input = inputs[fieldKind(props.type)]
  return <Input {...props} />
}
