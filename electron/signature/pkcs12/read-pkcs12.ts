import type { KeyObject } from 'node:crypto'
import { AuthenticatedSafe, ContentInfo, PFX } from 'pkijs'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Certificate } from '../certificate.ts'
import { macIsRight } from './check-mac.ts'
import type { Password } from './decrypt.ts'
import { toBmpPassword } from './derive-key.ts'
import { type OpenedBags, openPart } from './open-bags.ts'

/** What a key file holds, unlocked. */
export interface Pkcs12Content {
  readonly keys: readonly KeyObject[]
  readonly certificates: readonly Certificate[]
}

/**
 * Reads a PKCS#12 file. Codes: `p12-not-a-key-file`, `p12-damaged`, `p12-wrong-password`, `p12-unsupported`.
 *
 * A wrong password and a changed byte both break the file's MAC. They are told apart by what the password still
 * opens: where any part comes out well, the password is right and the file is damaged.
 */
export async function readPkcs12(bytes: Uint8Array, password: string): Promise<Result<Pkcs12Content>> {
  if (!looksLikePkcs12(bytes)) return fail(problem('p12-not-a-key-file'))
  let pfx: PFX
  try {
    pfx = PFX.fromBER(new Uint8Array(bytes))
  } catch {
    return fail(problem('p12-damaged'))
  }
  if (pfx.authSafe.contentType !== ContentInfo.DATA) {
    return fail(problem('p12-unsupported', { algorithm: pfx.authSafe.contentType }))
  }
  const [first, ...others] = spellings(password)
  let result = await tryPassword(pfx, first)
  for (const other of others) {
    if (!result.ok) result = await tryPassword(pfx, other)
  }
  return result
}

/** No password and an empty one are two things in PKCS#12, and programs differ in which they mean. */
function spellings(password: string): [Password, ...Password[]] {
  const utf8 = Buffer.from(password, 'utf8')
  const written = { bmp: toBmpPassword(password), utf8 }
  return password === '' ? [written, { bmp: new Uint8Array(), utf8 }] : [written]
}

async function tryPassword(pfx: PFX, password: Password): Promise<Result<Pkcs12Content>> {
  const authenticated = new Uint8Array(pfx.authSafe.content.getValue())
  const mac = pfx.macData ? macIsRight(pfx.macData, authenticated, password.bmp) : ok(undefined)
  if (!mac.ok) return mac
  const opened: OpenedBags = { keys: [], certificates: [], opened: 0, closed: 0 }
  try {
    for (const part of AuthenticatedSafe.fromBER(authenticated).safeContents) {
      const done = await openPart(part, password, opened)
      if (!done.ok) return done
    }
  } catch {
    // What is not encrypted is broken, whatever the password.
    return fail(problem('p12-damaged'))
  }
  if (mac.value !== false && opened.closed === 0) return ok(opened)
  const passwordIsRight = mac.value === true || opened.opened > 0
  return fail(problem(passwordIsRight ? 'p12-damaged' : 'p12-wrong-password'))
}

/** SEQUENCE with the version 3 in it; a certificate or a PEM file starts differently. */
function looksLikePkcs12(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false
  const lengthBytes = (bytes[1] ?? 0) > 0x80 ? (bytes[1] ?? 0) & 0x7f : 0
  const content = 2 + lengthBytes
  return Buffer.from(bytes.subarray(content, content + 3)).toString('hex') === '020103'
}
