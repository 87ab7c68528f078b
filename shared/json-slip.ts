/** Where a text stops being JSON, as an editor counts: lines and columns from 1. */
export interface JsonSlip {
  readonly line: number
  readonly column: number
}

type Awaited = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end'

const space = /[ \t\n\r]*/y
// A text has no control sign below 0x20; those above are letters to JSON.
const word =
  /"[[^"\\\p{Cc}][\u007f-\u009f]]*(?:\\(?:["\\\/bfnrt]|u[\da-fA-F]{4})[[^"\\\p{Cc}][\u007f-\u009f]]*)*"/vy
const plain = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y

/**
 * The first place at which a text is no JSON; undefined where it is. Libraries that tell the place go one call deeper
 * with each bracket, and a file from outside may have more of them than calls have room.
 */
export function jsonSlip(text: string): JsonSlip | undefined {
  const open: ('{' | '[')[] = []
  let awaited: Awaited = 'value'
  let at = 0
  const after = (): Awaited => (open.length === 0 ? 'end' : 'comma-or-end')
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.test(text)
    if (found) at = pattern.lastIndex
    return found
  }
  while (take(space) && at < text.length) {
    const sign = text.charAt(at)
    const isValue = awaited === 'value' || awaited === 'value-or-end'
    const isKey = awaited === 'key' || awaited === 'key-or-end'
    if (isValue && (sign === '{' || sign === '[')) {
      open.push(sign)
      at += 1
      awaited = sign === '{' ? 'key-or-end' : 'value-or-end'
    } else if (isValue && (take(word) || take(plain))) awaited = after()
    else if (isKey && take(word)) awaited = 'colon'
    else if (awaited === 'colon' && sign === ':') {
      at += 1
      awaited = 'value'
    } else if (awaited === 'comma-or-end' && sign === ',') {
      at += 1
      awaited = open.at(-1) === '{' ? 'key' : 'value'
    } else if (awaited.endsWith('-or-end') && sign === (open.at(-1) === '{' ? '}' : ']')) {
      at += 1
      open.pop()
      awaited = after()
    } else return placeOf(text, at)
  }
  return awaited === 'end' ? undefined : placeOf(text, at)
}

function placeOf(text: string, at: number): JsonSlip {
  const before = text.slice(0, at).split(/\r\n?|\n/)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
