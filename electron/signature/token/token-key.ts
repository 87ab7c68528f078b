import { hash, X509Certificate } from 'node:crypto'
import pkcs11js from 'pkcs11js'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { findObjects, readAttribute } from './list-tokens.ts'
import { type LoggedIn, tryPin } from './log-in.ts'
import { returnValueOf } from './return-values.ts'

/** A private key and the way in which its token signs. */
export interface TokenKey extends LoggedIn {
  readonly key: pkcs11js.Handle
  /** CKA_ALWAYS_AUTHENTICATE: the token wants the PIN again at each signature. */
  readonly alwaysAuthenticate: boolean
  /** Best first; looked up, never assumed. */
  readonly mechanisms: readonly number[]
}

/**
 * DER of DigestInfo for SHA-256 up to the digest, NULL parameters included: CKM_RSA_PKCS pads whatever it gets, and
 * without this the signature looks right and verifies nowhere.
 */
const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex')

/**
 * Finds the private key of a certificate: by CKA_ID, and by its modulus where the token shows it, since some tokens
 * give several keys one ID. Codes: `token-key-missing`, `token-mechanism-missing`.
 */
export function findKey(
  library: pkcs11js.PKCS11,
  login: LoggedIn,
  id: string,
  certificateDer: Uint8Array,
): Result<TokenKey> {
  const { session } = login
  const keys = findObjects(library, session, [
    { type: pkcs11js.CKA_CLASS, value: pkcs11js.CKO_PRIVATE_KEY },
    { type: pkcs11js.CKA_KEY_TYPE, value: pkcs11js.CKK_RSA },
  ])
  const modulus = modulusOf(certificateDer)
  const read = keys.map((key) => ({
    key,
    id: readAttribute(library, session, key, pkcs11js.CKA_ID)?.toString('hex') ?? '',
    modulus: stripZeros(readAttribute(library, session, key, pkcs11js.CKA_MODULUS)),
  }))
  const found =
    read.find((candidate) => candidate.modulus.length > 0 && candidate.modulus.equals(modulus)) ??
    read.find((candidate) => candidate.modulus.length === 0 && candidate.id === id && id !== '')
  if (!found) return fail(problem('token-key-missing', { id }, {}, false))
  const offered = new Set(library.C_GetMechanismList(login.slot))
  const mechanisms = [pkcs11js.CKM_SHA256_RSA_PKCS, pkcs11js.CKM_RSA_PKCS].filter((type) => offered.has(type))
  if (mechanisms.length === 0) return fail(problem('token-mechanism-missing', {}, {}, false))
  const always = readAttribute(library, session, found.key, pkcs11js.CKA_ALWAYS_AUTHENTICATE)
  return ok({ ...login, key: found.key, mechanisms, alwaysAuthenticate: always?.[0] === 1 })
}

/**
 * One signature over `octets`. A key that always authenticates gets its PIN between C_SignInit and C_Sign, with no
 * call in between, as PIV cards insist. Throws what the library throws; a refused PIN is a problem.
 */
export function signOctets(
  library: pkcs11js.PKCS11,
  chosen: TokenKey,
  octets: Uint8Array,
  pin: () => string,
): Result<Uint8Array> {
  const mechanism = startSigning(library, chosen)
  if (chosen.alwaysAuthenticate) {
    const { slot, session, pinPad } = chosen
    const refused = tryPin(library, slot, session, pkcs11js.CKU_CONTEXT_SPECIFIC, pinPad ? '' : pin())
    if (refused) return fail(refused)
  }
  const data =
    mechanism === pkcs11js.CKM_RSA_PKCS
      ? Buffer.concat([digestInfo, hash('sha256', octets, 'buffer')])
      : Buffer.from(octets)
  // Not on another thread: this process has nothing else to do, and whoever waits for it can kill it.
  return ok(new Uint8Array(library.C_Sign(chosen.session, data, Buffer.alloc(1024))))
}

/** Some tokens list a mechanism that their key then refuses: the next one is tried before any PIN is. */
function startSigning(library: pkcs11js.PKCS11, { session, key, mechanisms }: TokenKey): number {
  let refusal: unknown
  for (const mechanism of mechanisms) {
    try {
      library.C_SignInit(session, { mechanism }, key)
      return mechanism
    } catch (error) {
      if (returnValueOf(error) !== pkcs11js.CKR_MECHANISM_INVALID) throw error
      refusal = error
    }
  }
  throw refusal
}

function modulusOf(certificateDer: Uint8Array): Buffer {
  const { n } = new X509Certificate(certificateDer).publicKey.export({ format: 'jwk' })
  return stripZeros(Buffer.from(n ?? '', 'base64url'))
}

function stripZeros(bytes: Buffer | undefined): Buffer {
  if (!bytes) return Buffer.alloc(0)
  const start = bytes.findIndex((byte) => byte !== 0)
  return start < 0 ? Buffer.alloc(0) : bytes.subarray(start)
}
