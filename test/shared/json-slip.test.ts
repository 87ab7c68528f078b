import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonSlip } from '../../shared/json-slip.ts'

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

describe('where a text stops being JSON', () => {
  it('is told by line and column', () => {
    expect(jsonSlip('{\n  "a": 1\n  "b": 2\n}')).toEqual({ line: 3, column: 3 })
    expect(jsonSlip('{"a": 1,}')).toEqual({ line: 1, column: 9 })
    expect(jsonSlip('{"a": "x\ny"}')).toEqual({ line: 1, column: 7 })
    expect(jsonSlip('[1, 2')).toEqual({ line: 1, column: 6 })
    expect(jsonSlip('[1}')).toEqual({ line: 1, column: 3 })
    expect(jsonSlip('{} {}')).toEqual({ line: 1, column: 4 })
    expect(jsonSlip('not json')).toEqual({ line: 1, column: 1 })
    expect(jsonSlip('{"a"\r\n: 01}')).toEqual({ line: 2, column: 3 })
    expect(jsonSlip('')).toEqual({ line: 1, column: 1 })
  })

  it('is nowhere in what JSON itself reads', () => {
    fc.assert(fc.property(fc.json(), (text) => jsonSlip(text) === undefined))
    const pretty = fc.jsonValue().map((value) => JSON.stringify(value, null, 2))
    fc.assert(fc.property(pretty, (text) => jsonSlip(text) === undefined))
  })

  it('is somewhere in exactly what JSON itself does not read', () => {
    const sign = fc.constantFrom(...'{}[],:"\\ue10-.+ \n\ttrfalsn')
    const broken = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(broken, (text) => (jsonSlip(text) === undefined) === isJson(text)),
      { numRuns: 2000 },
    )
    const cut = fc.tuple(fc.json(), fc.nat(), sign).map(([text, at, instead]) => {
      const place = at % text.length
      return text.slice(0, place) + instead + text.slice(place + 1)
    })
    fc.assert(
      fc.property(cut, (text) => (jsonSlip(text) === undefined) === isJson(text)),
      { numRuns: 2000 },
    )
  })

  it('is found in a large file, and far down in one, at once', () => {
    expect(jsonSlip(`["${'x'.repeat(4_000_000)}]`)).toEqual({ line: 1, column: 2 })
    expect(jsonSlip('['.repeat(1_000_000))).toEqual({ line: 1, column: 1_000_001 })
  })
})
