import { describe, expect, test } from 'vitest'
import { withXml } from '../../../electron/ivi-xml/parse-safely.ts'

const utf8 = (text: string) => Buffer.from(text, 'utf8')
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => utf16le(text).swap16()
const latin1 = (text: string) => Buffer.from(text, 'latin1')

function outcome(bytes: Uint8Array, limits = {}) {
  const read = withXml(bytes, (document) => document.root.content, limits)
  return read.ok ? read.value : { code: read.problem.code, ...read.problem.args, ...read.problem.where }
}

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8('<?xml version="1.0" encoding="UTF-8"?><a>é€😀</a>')],
    ['UTF-8 without declaration', utf8('<a>é€😀</a>')],
    ['UTF-8 with byte order mark', utf8('\ufeff<?xml version="1.0" encoding="utf-8"?><a>é€😀</a>')],
    ['UTF-16 little-endian with mark', utf16le('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é€😀</a>')],
    ['UTF-16 big-endian with mark', utf16be('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é€😀</a>')],
    ['UTF-16 without mark', utf16le('<?xml version="1.0" encoding="UTF-16LE"?><a>é€😀</a>')],
    ['UTF-16 without declaration', utf16be('\ufeff<a>é€😀</a>')],
  ])('%s is read', (_, bytes) => {
    expect(outcome(bytes)).toBe('é€😀')
  })

  test('Latin-1 and Windows code pages are read where they are declared', () => {
    expect(outcome(latin1('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe4</a>'))).toBe('ä')
    expect(outcome(latin1('<?xml version="1.0" encoding="windows-1252"?><a>\x80</a>'))).toBe('€')
  })

  test('UTF-8 that holds letters of another encoding is refused with the line', () => {
    const bytes = latin1('<?xml version="1.0" encoding="UTF-8"?>\n<a>\nM\xfcller</a>')
    expect(outcome(bytes)).toMatchObject({ code: 'xml-encoding-broken', encoding: 'UTF-8', line: 3 })
  })

  test('a declaration that the bytes contradict is refused', () => {
    expect(outcome(utf8('<?xml version="1.0" encoding="UTF-16"?><a/>'))).toMatchObject({
      code: 'xml-encoding-mismatch',
      declared: 'UTF-16',
      real: 'UTF-8',
    })
    expect(outcome(utf16le('\ufeff<?xml version="1.0" encoding="UTF-8"?><a/>'))).toMatchObject({
      code: 'xml-encoding-mismatch',
      declared: 'UTF-8',
      real: 'UTF-16LE',
    })
  })

  test.each([
    ['an encoding that could hide a DOCTYPE', utf8('<?xml version="1.0" encoding="UTF-7"?><a/>'), 'UTF-7'],
    ['EBCDIC by name', utf8('<?xml version="1.0" encoding="IBM037"?><a/>'), 'IBM037'],
    ['EBCDIC by bytes', Buffer.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]), '?'],
    ['UCS-4', Buffer.from([0, 0, 0, 0x3c, 0, 0, 0, 0x61]), '?'],
  ])('%s is refused', (_, bytes, encoding) => {
    expect(outcome(bytes)).toMatchObject({ code: 'xml-encoding-unknown', encoding })
  })

  test('half a character at the end of UTF-16 is refused', () => {
    expect(outcome(Buffer.concat([utf16le('\ufeff<a/>'), Buffer.from([0])]))).toMatchObject({
      code: 'xml-encoding-broken',
    })
  })
})

describe('document types', () => {
  const levels = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "&e${at};&e${at};">`).join('')
  const bomb = `<!DOCTYPE a [<!ENTITY e0 "${'x'.repeat(1000)}">${levels}]><a>&e30;</a>`

  test.each([
    ['an entity bomb', utf8(bomb)],
    ['an outside entity', utf8('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')],
    ['a name only', utf8('<?xml version="1.0"?>\n<!-- c --><?p i?>\n<!DOCTYPE a>\n<a/>')],
    ['UTF-16', utf16le('\ufeff<!DOCTYPE a><a/>')],
    ['after a byte order mark', utf8('\ufeff<!DOCTYPE a><a/>')],
  ])('%s is refused before it costs anything', (_, bytes) => {
    const start = performance.now()
    expect(outcome(bytes)).toEqual({ code: 'xml-dtd' })
    expect(performance.now() - start).toBeLessThan(200)
  })

  test('the word DOCTYPE in a comment or a value is no document type', () => {
    expect(outcome(utf8('<!-- <!DOCTYPE a> --><a>&lt;!DOCTYPE a></a>'))).toBe('<!DOCTYPE a>')
  })
})

describe('what is no XML', () => {
  test.each([
    ['an empty file', utf8(''), { code: 'xml-empty' }],
    ['NUL bytes', utf8('<a>\n\0</a>'), { code: 'xml-nul-byte', line: 2 }],
    ['a file cut off', utf8('<a>\n<b>x</b>\n'), { code: 'xml-not-well-formed', line: 3 }],
    ['tags that do not match', utf8('<a>\n<b>\n</a>'), { code: 'xml-not-well-formed', line: 3 }],
    ['an undefined entity', utf8('<a>&nbsp;</a>'), { code: 'xml-not-well-formed', line: 1 }],
    ['an undeclared prefix', utf8('<b:a/>'), { code: 'xml-not-well-formed', line: 1 }],
    ['white space only', utf8(' \n '), { code: 'xml-not-well-formed' }],
    ['a spreadsheet', Buffer.from('PK\x03\x04rest of a zip'), { code: 'xml-not-well-formed' }],
    ['a control character', utf8('<a>&#1;</a>'), { code: 'xml-not-well-formed' }],
    ['a thousand levels', utf8('<a>'.repeat(1000) + '</a>'.repeat(1000)), { code: 'xml-not-well-formed' }],
  ])('%s is refused', (_, bytes, expected) => {
    expect(outcome(bytes)).toMatchObject(expected)
  })

  test('a file above the cap is refused without being read', () => {
    expect(outcome(Buffer.alloc(21 * 1024 * 1024, 0x20))).toEqual({
      code: 'xml-too-big',
      size: '21.0',
      max: '20.0',
    })
    expect(outcome(utf8('<a>123</a>'), { maxBytes: 5 })).toMatchObject({ code: 'xml-too-big' })
  })
})
