import { createHash, randomBytes } from 'node:crypto'
import { OctetString } from 'asn1js'
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  type Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs'

export interface KeyToPack {
  readonly pkcs8: Uint8Array<ArrayBuffer>
  readonly certificate: Certificate
  readonly passphrase: string
}

const keyBagOid = '1.2.840.113549.1.12.10.1.2'
const certificateBagOid = '1.2.840.113549.1.12.10.1.3'
const localKeyIdOid = '1.2.840.113549.1.9.21'
/** As OpenSSL has it; a throw-away key needs no more. */
const iterations = 2048

/** Packs a key and its certificate as PKCS#12 (PBES2 with AES-256, MAC with SHA-256), as OpenSSL 3 does. */
export async function packPkcs12({ pkcs8, certificate, passphrase }: KeyToPack): Promise<Uint8Array> {
  const password = new TextEncoder().encode(passphrase).buffer
  const encryption = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256, iv: new Uint8Array(randomBytes(16)) },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: iterations,
  }
  // Ties key and certificate together for programs that do not compare them.
  const digest = createHash('sha1').update(new Uint8Array(certificate.toSchema().toBER())).digest()
  const bagAttributes = [
    new Attribute({ type: localKeyIdOid, values: [new OctetString({ valueHex: new Uint8Array(digest) })] }),
  ]
  const keyBag = new PKCS8ShroudedKeyBag({ parsedValue: PrivateKeyInfo.fromBER(pkcs8) })
  const bags = {
    key: new SafeBag({ bagId: keyBagOid, bagValue: keyBag, bagAttributes }),
    certificate: new SafeBag({
      bagId: certificateBagOid,
      bagValue: new CertBag({ parsedValue: certificate }),
      bagAttributes,
    }),
  }
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: [bags.key] }) },
        { privacyMode: 1, value: new SafeContents({ safeBags: [bags.certificate] }) },
      ],
    },
  })
  await keyBag.makeInternalValues(encryption)
  await safe.makeInternalValues({ safeContents: [{}, encryption] })
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe: safe } })
  await pfx.makeInternalValues({
    password,
    iterations,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  })
  return new Uint8Array(pfx.toSchema().toBER())
}
