import type { ValueType } from '../../shared/ivi/catalogue.ts'

/** What every input of a field takes. Values are lexical, as in the message; the language is the input's matter. */
export interface FieldInputProps {
  readonly type: ValueType
  /** Instance path; marks the element, so that findings, keys and paste find it. */
  readonly path: string
  readonly value: string
  readonly onValue: (lexical: string) => void
  /** Accessible name: item, label and row. */
  readonly label: string
  readonly invalid: boolean
  readonly readOnly: boolean
  /** Of a code: what is offered last, since other rows have it already; asked when the list opens. */
  readonly taken?: () => ReadonlySet<string>
}
