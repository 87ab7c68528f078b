import type { ComponentType, ReactNode } from 'react'
import { CodeField } from './code-field.tsx'
import { DateField } from './date-field.tsx'
import type { FieldInputProps } from './field-input.ts'
import { type FieldKind, fieldKind } from './field-kind.ts'
import { IndicatorField } from './indicator-field.tsx'
import { NumberField } from './number-field.tsx'
import { TextField } from './text-field.tsx'

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
