import { createDecipheriv, pbkdf2 } from 'node:crypto'
import { promisify } from 'node:util'
import { type AsnType, Integer, ObjectIdentifier, OctetString } from 'asn1js'
import table from '../../../schemas/signature/pkcs12-algorithms.json' with { type: 'json' }
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { parts } from '../der.ts'
import { deriveLegacy, purposes } from './derive-key.ts'
import { decryptRc2Cbc } from './rc2.ts'

const pbes2Oid = '1.2.840.113549.1.5.13'
const pbkdf2Oid = '1.2.840.113549.1.5.12'
const derive = promisify(pbkdf2)

/** A password in the two forms that key files know. */
export interface Password {
  readonly bmp: Uint8Array
  readonly utf8: Uint8Array
}

export interface Encrypted {
  readonly oid: string
  readonly parameters: AsnType | undefined
  readonly data: Uint8Array
}

interface Scheme {
  readonly cipher: string
  readonly key: Uint8Array
  readonly iv: Uint8Array
}

/**
 * Decrypts what a password protects. Undefined where the padding shows that the password (or the data) is wrong; the
 * caller finds the rest by reading what comes out. Code: `p12-unsupported` with the algorithm.
 */
export async function decryptWithPassword(
  encrypted: Encrypted,
  password: Password,
): Promise<Result<Uint8Array | undefined>> {
  const scheme =
    encrypted.oid === pbes2Oid ? await readPbes2(encrypted, password) : readLegacy(encrypted, password)
  return scheme.ok ? ok(decipher(scheme.value, encrypted.data)) : scheme
}

function decipher({ cipher, key, iv }: Scheme, data: Uint8Array): Uint8Array | undefined {
  if (cipher === 'rc2-cbc') return data.length % 8 === 0 ? unpad(decryptRc2Cbc(key, iv, data)) : undefined
  try {
    const decryption = createDecipheriv(cipher, key, iv)
    return Buffer.concat([decryption.update(data), decryption.final()])
  } catch {
    return undefined
  }
}

function unpad(plain: Uint8Array): Uint8Array | undefined {
  const count = plain.at(-1) ?? 0
  const padded = count >= 1 && count <= 8 && plain.subarray(-count).every((byte) => byte === count)
  return padded ? plain.subarray(0, -count) : undefined
}

function readLegacy({ oid, parameters }: Encrypted, password: Password): Result<Scheme> {
  const legacy = lookUp(table.legacy, oid)
  const [salt, iterations] = parts(parameters)
  if (!legacy || !(salt instanceof OctetString) || !(iterations instanceof Integer)) return unsupported(oid)
  const rounds = iterations.valueBlock.valueDec
  if (rounds < 1 || rounds > table.limits.legacyIterations) return unsupported(`${oid}, ${rounds}`)
  const from = {
    digest: 'sha1',
    block: 64,
    password: password.bmp,
    salt: new Uint8Array(salt.getValue()),
    iterations: rounds,
  }
  const short = deriveLegacy(from, purposes.key, legacy.keyBytes)
  // Two-key triple DES is three-key triple DES with the first key once more.
  const twoKeys = legacy.cipher === 'des-ede3-cbc' && legacy.keyBytes === 16
  const key = twoKeys ? Buffer.concat([short, short.subarray(0, 8)]) : short
  return ok({ cipher: legacy.cipher, key, iv: deriveLegacy(from, purposes.iv, 8) })
}

async function readPbes2({ oid, parameters }: Encrypted, password: Password): Promise<Result<Scheme>> {
  const [derivation, encryption] = parts(parameters)
  const [kdf, kdfParameters] = parts(derivation)
  const [cipherOid, iv] = parts(encryption)
  if (oidOf(kdf) !== pbkdf2Oid) return unsupported(oidOf(kdf) ?? oid)
  const cipher = lookUp(table.ciphers, oidOf(cipherOid))
  if (!cipher || !(iv instanceof OctetString)) return unsupported(oidOf(cipherOid) ?? oid)
  const [salt, iterations, ...optional] = parts(kdfParameters)
  if (!(salt instanceof OctetString) || !(iterations instanceof Integer)) return unsupported(pbkdf2Oid)
  const rounds = iterations.valueBlock.valueDec
  if (rounds < 1 || rounds > table.limits.iterations) return unsupported(`${pbkdf2Oid}, ${rounds}`)
  // A key length may stand between; without a PRF it is HMAC with SHA-1 (RFC 8018, A.2).
  const prfOid = oidOf(parts(optional.find((part) => !(part instanceof Integer)))[0])
  const digest = prfOid === undefined ? 'sha1' : lookUp(table.prfs, prfOid)
  if (!digest) return unsupported(prfOid ?? oid)
  const key = await derive(password.utf8, new Uint8Array(salt.getValue()), rounds, cipher.keyBytes, digest)
  return ok({ cipher: cipher.cipher, key, iv: new Uint8Array(iv.getValue()) })
}

function oidOf(element: AsnType | undefined): string | undefined {
  return element instanceof ObjectIdentifier ? element.getValue() : undefined
}

function lookUp<T>(entries: Readonly<Record<string, T>>, key: string | undefined): T | undefined {
  return key !== undefined && Object.hasOwn(entries, key) ? entries[key] : undefined
}

function unsupported(algorithm: string): Result<never> {
  return fail(problem('p12-unsupported', { algorithm }))
}
