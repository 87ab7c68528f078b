import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatKeySpec, parseKeySpec } from '../../../electron/signature/key-spec.ts'
import { codeOf, expectOk } from './test-keys.ts'

describe('the description of a key', () => {
  test.each([
    ['p12:seal.p12', { kind: 'p12', file: 'seal.p12' }],
    ['p12:C:\\Keys\\seal; old=1.pfx', { kind: 'p12', file: 'C:\\Keys\\seal; old=1.pfx' }],
    ['pkcs11:/usr/lib/a.so', { kind: 'pkcs11', module: '/usr/lib/a.so' }],
    [
      'pkcs11:C:\\Windows\\System32\\eTPKCS11.dll;slot=3;label=Seal 1',
      { kind: 'pkcs11', module: 'C:\\Windows\\System32\\eTPKCS11.dll', slot: '3', label: 'Seal 1' },
    ],
    ['pkcs11:a.so;label=a%3Bb%25=c;id=A1b2', { kind: 'pkcs11', module: 'a.so', label: 'a;b%=c', id: 'a1b2' }],
  ])('%s is read', (text, spec) => {
    expect(expectOk(parseKeySpec(text))).toEqual(spec)
  })

  test.each([
    '',
    'seal.p12',
    'p12:',
    'pkcs11:',
    'pkcs11:;slot=1',
    'pkcs11:a.so;slot=x',
    'pkcs11:a.so;slot=',
    'pkcs11:a.so;colour=red',
    'pkcs11:a.so;slot=1;slot=2',
    'pkcs11:a.so;id=abc',
    'pkcs11:a.so;pin=1234',
    'P12:a',
  ])('"%s" is refused', (text) => {
    expect(codeOf(parseKeySpec(text))).toBe('key-spec-unreadable')
  })

  test('is written so that it can be read again', () => {
    const label = fc.string({ minLength: 1, unit: 'grapheme' })
    const hex = fc.uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes).toString('hex'))
    fc.assert(
      fc.property(label, fc.nat(), hex, (text, slot, id) => {
        const spec = { kind: 'pkcs11', module: '/lib/a.so', slot: String(slot), label: text, id } as const
        expect(expectOk(parseKeySpec(formatKeySpec(spec)))).toEqual(spec)
      }),
    )
  })
})
