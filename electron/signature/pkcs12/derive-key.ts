import { createHash } from 'node:crypto'

/** What derived octets are for (RFC 7292, B.3). */
export const purposes = { key: 1, iv: 2, mac: 3 } as const

export interface LegacyDerivation {
  readonly digest: string
  /** Block size of the digest in bytes. */
  readonly block: number
  /** As {@link toBmpPassword} writes it. */
  readonly password: Uint8Array
  readonly salt: Uint8Array
  readonly iterations: number
}

/** UTF-16 big endian with a closing zero, as PKCS#12 has it. */
export function toBmpPassword(password: string): Uint8Array {
  return Buffer.from(`${password}\0`, 'utf16le').swap16()
}

/** PKCS#12's own derivation (RFC 7292, appendix B.2), which MACs and the older ciphers use. */
export function deriveLegacy(from: LegacyDerivation, purpose: number, length: number): Uint8Array {
  const { digest, block, iterations } = from
  const diversifier = new Uint8Array(block).fill(purpose)
  const input = Buffer.concat([fill(from.salt, block), fill(from.password, block)])
  const out: Uint8Array[] = []
  for (let made = 0; made < length; ) {
    let hash: Buffer = createHash(digest).update(diversifier).update(input).digest()
    for (let i = 1; i < iterations; i++) hash = createHash(digest).update(hash).digest()
    out.push(hash)
    made += hash.length
    addToBlocks(input, fill(hash, block).subarray(0, block))
  }
  return Buffer.concat(out).subarray(0, length)
}

/** Repeated up to whole blocks; nothing stays nothing. */
function fill(bytes: Uint8Array, block: number): Uint8Array {
  const length = Math.ceil(bytes.length / block) * block
  return Uint8Array.from({ length }, (_, i) => bytes[i % bytes.length] ?? 0)
}

/** Adds `addend` and one to each block of `input`, as big-endian numbers. */
function addToBlocks(input: Uint8Array, addend: Uint8Array): void {
  for (let start = 0; start < input.length; start += addend.length) {
    let carry = 1
    for (let i = addend.length - 1; i >= 0; i--) {
      const sum = (input[start + i] ?? 0) + (addend[i] ?? 0) + carry
      input[start + i] = sum & 0xff
      carry = sum >>> 8
    }
  }
}
