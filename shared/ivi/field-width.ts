import type { ValueType } from './catalogue.ts'

/** How much room a value takes on the screen, in characters; `grows` where more room is put to use. */
export interface FieldWidth {
  readonly characters: number
  readonly grows: boolean
}

/** Codes stand with their words, of which this much is always seen. */
const codeWithWords = 22
const mostCharacters = 40

/** The room of a field follows from its type: digits, length, or the words of its codes. */
export function fieldWidth(type: ValueType): FieldWidth {
  if (type.codes) {
    const isIndicator = type.codes.length === 2 && type.codes.includes('Y')
    return { characters: isIndicator ? 13 : codeWithWords, grows: !isIndicator }
  }
  switch (type.base) {
    case 'date':
      return { characters: 15, grows: false }
    case 'dateTime':
      return { characters: 32, grows: false }
    case 'decimal':
    case 'int':
    case 'short': {
      const whole = (type.maxInclusive ?? '').split('.')[0]?.length ?? 0
      const characters = (whole || 6) + (type.fractionDigits ? type.fractionDigits + 1 : 0)
      return { characters: Math.min(Math.max(characters, 4) + 2, 14), grows: false }
    }
    case 'string': {
      const length = type.maxLength ?? mostCharacters
      return { characters: Math.min(length, mostCharacters) + 2, grows: length > mostCharacters }
    }
  }
}
