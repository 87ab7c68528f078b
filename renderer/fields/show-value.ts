import type { Language } from '../../shared/messages.ts'
import { showDay, showMoment } from '../language/date-text.ts'
import { showNumber } from '../language/number-text.ts'
import type { Words } from '../language/words.ts'
import { codeChoices, fieldEntry } from './field-facts.ts'
import { fieldKind } from './field-kind.ts'

/** A value of the message as people read it: numbers, days and moments in the language's marks, codes with their words, or
 * alone where there is little room. */
export function showValue(
  path: string,
  lexical: string,
  t: Words,
  language: Language,
  short = false,
): string {
  const type = fieldEntry(path)?.type
  if (!type || lexical === '') return lexical
  switch (fieldKind(type)) {
    case 'number':
      return showNumber(lexical, language)
    case 'date':
      return showDay(lexical, language)
    case 'indicator':
      return lexical === 'Y' ? t('form.yes') : lexical === 'N' ? t('form.no') : lexical
    case 'code': {
      if (short) return lexical
      const label = codeChoices(type, language).find(({ code }) => code === lexical)?.label
      return label && label !== lexical ? `${lexical} · ${label}` : lexical
    }
    case 'text':
      return type.base === 'dateTime' ? showMoment(lexical, language) : lexical
  }
}
