import fc from 'fast-check'
import type { ValueType } from '../../shared/ivi/catalogue.ts'

/** Characters that writers and readers of XML get wrong, among ordinary ones. */
const awkward = [
  '&',
  '<',
  '>',
  '"',
  "'",
  '\r',
  '\n',
  '\t',
  ' ',
  ']]>',
  '&amp;',
  'é',
  'ß',
  '€',
  '漢',
  '😀',
  '\u0085',
  '\u2028',
]

const ordinary = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -/*.()']

/** A valid value of the type, in any lexical form that the schema allows. */
export function validValue(type: ValueType): fc.Arbitrary<string> {
  if (type.codes) return fc.constantFrom(...type.codes)
  switch (type.base) {
    case 'string':
      return type.pattern === undefined ? text(type) : patterned(type, type.pattern)
    case 'decimal':
      return decimal(type)
    case 'int':
    case 'short':
      return whole(type)
    case 'date':
      return day
    case 'dateTime':
      return moment
  }
}

function text(type: ValueType): fc.Arbitrary<string> {
  const max = type.maxLength ?? 50
  const character = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...ordinary) },
    { weight: 1, arbitrary: fc.constantFrom(...awkward) },
  )
  return fc
    .array(character, { minLength: type.minLength ?? 0, maxLength: Math.min(max, 60) })
    .map((parts) => [...parts.join('')].slice(0, max).join(''))
}

function patterned(type: ValueType, pattern: string): fc.Arbitrary<string> {
  // A length beside an alphabet: `[A-Z0-9]+` and 17 characters.
  const sized = type.maxLength
    ? pattern.replace(/\+$/, `{${type.minLength ?? 1},${type.maxLength}}`)
    : pattern
  return fc.stringMatching(new RegExp(`^(?:${sized})$`))
}

function whole(type: ValueType): fc.Arbitrary<string> {
  const integer = fc.integer({ min: Number(type.minInclusive), max: Number(type.maxInclusive) })
  return fc.tuple(integer, fc.constantFrom('', '', '', '0', '000')).map(([value, zeros]) => zeros + value)
}

function decimal(type: ValueType): fc.Arbitrary<string> {
  const fraction = type.fractionDigits ?? 0
  const scaled = (limit: string | undefined) => {
    const [wholePart = '0', rest = ''] = (limit ?? '0').split('.')
    return BigInt(wholePart + rest.padEnd(fraction, '0'))
  }
  return fc
    .tuple(
      fc.bigInt({ min: scaled(type.minInclusive), max: scaled(type.maxInclusive) }),
      fc.constantFrom('shortest', 'full', 'padded'),
    )
    .map(([value, form]) => {
      const digits = (value < 0n ? -value : value).toString().padStart(fraction + 1, '0')
      const plain = `${digits.slice(0, -fraction)}.${digits.slice(-fraction)}`
      const shaped =
        form === 'shortest' ? plain.replace(/\.?0+$/, '') : form === 'full' ? plain : `0${plain}00`
      return (value < 0n ? '-' : '') + (shaped === '' ? '0' : shaped)
    })
}

const twoDigits = (value: number) => String(value).padStart(2, '0')
const calendarDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const zone = fc.constantFrom('', 'Z', '+01:00', '-11:30', '+14:00')
const day = fc
  .tuple(calendarDay, fc.oneof({ weight: 4, arbitrary: fc.constant('') }, { weight: 1, arbitrary: zone }))
  .map((parts) => parts.join(''))
const moment = fc
  .tuple(calendarDay, fc.nat(23), fc.nat(59), fc.nat(59), fc.constantFrom('', '.5', '.500', '.123456'), zone)
  .map(
    ([date, hour, minute, second, fraction, offset]) =>
      `${date}T${[hour, minute, second].map(twoDigits).join(':')}${fraction}${offset}`,
  )
