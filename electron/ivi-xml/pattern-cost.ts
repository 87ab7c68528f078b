/** Reads a pattern from its beginning on; what it has read is behind it. */
interface Reading {
  readonly pattern: string
  readonly length: number
  at: number
}

class Unreadable extends Error {}

/** Brackets within brackets are read one within the other; the official patterns have some 90 characters. */
const longestPattern = 1000

/**
 * In how many ways, at most, a text of `length` characters can be divided among the parts of an `xs:pattern`. A matcher
 * that tries one after the other may need as many steps: `(a+)+b` keeps it busy for ever. Undefined for a pattern that
 * is none, or that an expression of JavaScript would understand otherwise.
 */
export function patternCost(pattern: string, length: number): number | undefined {
  if (pattern.length > longestPattern) return undefined
  const reading: Reading = { pattern, length, at: 0 }
  try {
    const cost = alternatives(reading)
    return reading.at === pattern.length ? cost : undefined
  } catch (error) {
    if (error instanceof Unreadable) return undefined
    throw error
  }
}

function alternatives(reading: Reading): number {
  let cost = sequence(reading)
  while (isNext(reading, '|')) {
    reading.at += 1
    cost += sequence(reading)
  }
  return cost
}

function sequence(reading: Reading): number {
  let cost = 1
  while (reading.at < reading.pattern.length && !isNext(reading, '|') && !isNext(reading, ')'))
    cost *= repeated(atom(reading), reading)
  return cost
}

function isNext({ pattern, at }: Reading, sign: string): boolean {
  return pattern.charAt(at) === sign
}

const characterClass = /\[\^?(?:[^[\]\\]|\\.)+\]/y
const escaped = /\\(?:[pP]\{[A-Za-z]+\}|.)/y
/** Outside a class these are anchors or quantifiers to JavaScript, plain letters or mistakes to XML Schema. */
const plain = /[^^$*+?{}[\]()|\\]/uy

function atom(reading: Reading): number {
  if (isNext(reading, '(')) {
    reading.at += 1
    const cost = alternatives(reading)
    if (!isNext(reading, ')')) throw new Unreadable()
    reading.at += 1
    return cost
  }
  if (!read(reading, characterClass) && !read(reading, escaped) && !read(reading, plain))
    throw new Unreadable()
  return 1
}

const quantifier = /[*+?]|\{(\d{1,5})(,?)(\d{0,5})\}/y
const bounds: Readonly<Record<string, readonly [least: number, most: number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
}

/** What is repeated can end after each time, and each time it can be done in all its ways. */
function repeated(ways: number, reading: Reading): number {
  const found = read(reading, quantifier)
  if (!found) return ways
  const [sign, from = '', comma, to = ''] = found
  const counted = [
    Number(from),
    to === '' ? (comma ? Number.POSITIVE_INFINITY : Number(from)) : Number(to),
  ] as const
  const [least, stated] = bounds[sign] ?? counted
  const most = Math.max(least, Math.min(stated, reading.length))
  if (ways === 1) return most - least + 1
  return (ways ** (most + 1) - ways ** least) / (ways - 1)
}

function read(reading: Reading, expression: RegExp): RegExpExecArray | undefined {
  expression.lastIndex = reading.at
  const found = expression.exec(reading.pattern)
  if (found) reading.at = expression.lastIndex
  return found ?? undefined
}
