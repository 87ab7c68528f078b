import { createPrivateKey, type KeyObject } from 'node:crypto'
import { CertBag, ContentInfo, EncryptedData, PKCS8ShroudedKeyBag, PrivateKeyInfo, SafeContents } from 'pkijs'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { type Certificate, readCertificate } from '../certificate.ts'
import { decryptWithPassword, type Encrypted, type Password } from './decrypt.ts'

/** What came out of a key file so far. */
export interface OpenedBags {
  readonly keys: KeyObject[]
  readonly certificates: Certificate[]
  /** Encrypted parts that the password opened. */
  opened: number
  /** Encrypted parts that it did not open. */
  closed: number
}

/**
 * Opens one part of the file and adds to `into`. Throws where a part that is not encrypted has a broken structure.
 * Code: `p12-unsupported`.
 */
export async function openPart(
  part: ContentInfo,
  password: Password,
  into: OpenedBags,
): Promise<Result<void>> {
  if (part.contentType === ContentInfo.DATA) {
    return openBags(SafeContents.fromBER(part.content.getValue()), password, into)
  }
  if (part.contentType !== ContentInfo.ENCRYPTED_DATA) {
    return fail(problem('p12-unsupported', { algorithm: part.contentType }))
  }
  const info = new EncryptedData({ schema: part.content }).encryptedContentInfo
  const { algorithmId, algorithmParams } = info.contentEncryptionAlgorithm
  const data = new Uint8Array(info.getEncryptedContent())
  const contents = await decryptAnd(
    { oid: algorithmId, parameters: algorithmParams, data },
    password,
    (plain) => SafeContents.fromBER(plain),
  )
  if (!contents.ok) return contents
  if (!contents.value) {
    into.closed++
    return ok(undefined)
  }
  into.opened++
  return openBags(contents.value, password, into)
}

async function openBags(contents: SafeContents, password: Password, into: OpenedBags): Promise<Result<void>> {
  for (const { bagValue } of contents.safeBags) {
    if (bagValue instanceof CertBag) {
      const certificate = readCertificate(certificateDer(bagValue))
      if (certificate) into.certificates.push(certificate)
    } else if (bagValue instanceof PKCS8ShroudedKeyBag) {
      const { algorithmId, algorithmParams } = bagValue.encryptionAlgorithm
      const data = new Uint8Array(bagValue.encryptedData.getValue())
      const encrypted = { oid: algorithmId, parameters: algorithmParams, data }
      const key = await decryptAnd(encrypted, password, readKey)
      if (!key.ok) return key
      if (key.value) {
        into.keys.push(key.value)
        into.opened++
      } else into.closed++
    } else if (bagValue instanceof PrivateKeyInfo) {
      into.keys.push(readKey(new Uint8Array(bagValue.toSchema().toBER())))
    } else if (bagValue instanceof SafeContents) {
      const nested = await openBags(bagValue, password, into)
      if (!nested.ok) return nested
    }
  }
  return ok(undefined)
}

/** Undefined where the password does not fit: then either the padding is wrong or what comes out makes no sense. */
async function decryptAnd<T>(
  encrypted: Encrypted,
  password: Password,
  read: (plain: Uint8Array<ArrayBuffer>) => T,
): Promise<Result<T | undefined>> {
  const plain = await decryptWithPassword(encrypted, password)
  if (!plain.ok) return plain
  if (!plain.value) return ok(undefined)
  const copy = new Uint8Array(plain.value)
  plain.value.fill(0)
  try {
    return ok(read(copy))
  } catch {
    return ok(undefined)
  }
}

function readKey(pkcs8: Uint8Array<ArrayBuffer>): KeyObject {
  const key = createPrivateKey({ key: Buffer.from(pkcs8.buffer), format: 'der', type: 'pkcs8' })
  pkcs8.fill(0)
  return key
}

/** pkijs hands the octets over as they stand; only those count, since encoding anew could change a certificate. */
function certificateDer(bag: CertBag): Uint8Array {
  const value: unknown = bag.certValue
  const hasOctets = typeof value === 'object' && value !== null && 'getValue' in value
  return hasOctets && typeof value.getValue === 'function'
    ? new Uint8Array(value.getValue())
    : new Uint8Array()
}
