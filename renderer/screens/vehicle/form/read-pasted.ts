import type { Language } from '../../../../shared/messages.ts'
import { readCode } from '../../../fields/code-search.ts'
import { codeChoices, fieldEntry } from '../../../fields/field-facts.ts'
import { fieldKind } from '../../../fields/field-kind.ts'
import { readDay } from '../../../language/date-text.ts'
import { readNumber } from '../../../language/number-text.ts'

const yes = /^(y|yes|j|ja|1|true|wahr|x)$/i
const no = /^(n|no|nein|0|false|falsch)$/i

/** A pasted cell's text as the field's lexical value; what cannot be read stays as it is and shows as a finding. */
export function readPasted(path: string, text: string, language: Language): string {
  const type = fieldEntry(path)?.type
  const trimmed = text.trim()
  if (!type || trimmed === '') return trimmed
  switch (fieldKind(type)) {
    case 'number':
      return readNumber(trimmed, language) ?? trimmed
    case 'date':
      return readDay(trimmed) ?? trimmed
    case 'indicator':
      return yes.test(trimmed) ? 'Y' : no.test(trimmed) ? 'N' : trimmed
    case 'code':
      return readCode(codeChoices(type, language), trimmed)
    case 'text':
      return trimmed
  }
}
