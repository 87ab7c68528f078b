import { expect, test } from 'vitest'
import { decryptRc2Cbc } from '../../../../electron/signature/pkcs12/rc2.ts'

// RFC 2268, section 5, where the effective key length is the key's own.
test.each([
  ['ffffffffffffffff', 'ffffffffffffffff', '278b27e42e2f0d49'],
  ['3000000000000000', '1000000000000001', '30649edf9be7d2c2'],
  ['88bca90e90875a7f0f79c384627bafb2', '0000000000000000', '2269552ab0f85ca6'],
])('RC2 with the key %s turns its test vector back', (key, plain, cipher) => {
  const none = new Uint8Array(8)
  const result = decryptRc2Cbc(Buffer.from(key, 'hex'), none, Buffer.from(cipher, 'hex'))
  expect(Buffer.from(result).toString('hex')).toBe(plain)
})

test('a second block is chained to the first', () => {
  const block = Buffer.from('278b27e42e2f0d49', 'hex')
  const key = Buffer.alloc(8, 0xff)
  const iv = Buffer.from('0102030405060708', 'hex')
  const plain = Buffer.from(decryptRc2Cbc(key, iv, Buffer.concat([block, block]))).toString('hex')
  expect(plain).toBe('fefdfcfbfaf9f8f7d874d81bd1d0f2b6')
})
