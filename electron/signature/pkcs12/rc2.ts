/**
 * RC2-CBC, decryption only (RFC 2268): key files of Windows and of older OpenSSL keep their certificates (which are
 * public anyway) under 40-bit RC2. Neither the OpenSSL of Node nor the BoringSSL of Electron offers it any more.
 */
export function decryptRc2Cbc(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Uint8Array {
  const table = expandKey(key)
  const out = new Uint8Array(data.length)
  let previous = iv
  for (let at = 0; at + 8 <= data.length; at += 8) {
    const block = data.subarray(at, at + 8)
    const plain = decryptBlock(table, block)
    for (let i = 0; i < 8; i++) out[at + i] = byteAt(plain, i) ^ byteAt(previous, i)
    previous = block
  }
  return out
}

/** Section 2: the effective key length is the key's own. */
function expandKey(key: Uint8Array): Uint16Array {
  const bytes = new Uint8Array(128)
  bytes.set(key)
  for (let i = key.length; i < 128; i++) {
    bytes[i] = byteAt(piTable, (byteAt(bytes, i - 1) + byteAt(bytes, i - key.length)) & 0xff)
  }
  bytes[128 - key.length] = byteAt(piTable, byteAt(bytes, 128 - key.length))
  for (let i = 127 - key.length; i >= 0; i--) {
    bytes[i] = byteAt(piTable, byteAt(bytes, i + 1) ^ byteAt(bytes, i + key.length))
  }
  return Uint16Array.from({ length: 64 }, (_, i) => byteAt(bytes, 2 * i) | (byteAt(bytes, 2 * i + 1) << 8))
}

const shifts = [1, 2, 3, 5] as const

/** Section 4: five, six and five mixing rounds backwards, with two mashing rounds between them. */
function decryptBlock(table: Uint16Array, block: Uint8Array): Uint8Array {
  const r = [0, 2, 4, 6].map((i) => byteAt(block, i) | (byteAt(block, i + 1) << 8))
  const word = (i: number): number => r[i & 3] ?? 0
  const key = (i: number): number => table[i] ?? 0
  let j = 63
  const unmix = (): void => {
    for (let i = 3; i >= 0; i--) {
      const shift = shifts[i] ?? 0
      const rotated = ((word(i) >>> shift) | (word(i) << (16 - shift))) & 0xffff
      r[i] = (rotated - key(j) - (word(i + 3) & word(i + 2)) - (~word(i + 3) & word(i + 1))) & 0xffff
      j--
    }
  }
  const unmash = (): void => {
    for (let i = 3; i >= 0; i--) r[i] = (word(i) - key(word(i + 3) & 63)) & 0xffff
  }
  for (let round = 0; round < 5; round++) unmix()
  unmash()
  for (let round = 0; round < 6; round++) unmix()
  unmash()
  for (let round = 0; round < 5; round++) unmix()
  return Uint8Array.from(r.flatMap((value) => [value & 0xff, value >>> 8]))
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0
}

/** PITABLE of section 2, from the digits of pi. */
const piTable = Uint8Array.from(
  Buffer.from(
    'd978f9c419ddb5ed28e9fd794aa0d89dc67e37832b76538e624c6488448bfba2' +
      '179a59f587b34f1361456d8d09817d32bd8f40eb86b77b0bf09521225c6b4e82' +
      '54d66593ce60b21c7356c014a78cf1dc1275ca1f3bbee4d1423dd430a33cb626' +
      '6fbf0eda4669075727f21d9bbc944303f811c7f690ef3ee706c3d52fc8661ed7' +
      '08e8eade8052eef784aa72ac354d6a2a961ad2715a1549744b9fd05e0418a4ec' +
      'c2e0416e0f51cbcc2491af50a1f47039997c3a8523b8b47afc02365b25559731' +
      '2d5dfa98e38a92ae05df2910676cbac9d300e6cfe19ea82c6316013f58e289a9' +
      '0d38341bab33ffb0bb480c5fb9b1cd2ec5f3db47e5a59c770aa62068fe7fc1ad',
    'hex',
  ),
)
