import { verify } from 'node:crypto'
import { readCertificate } from './certificate.ts'

/** Whether `signature` is RSASSA-PKCS1-v1_5 with SHA-256 over `octets` by the certificate's key. Never throws. */
export function verifyDetached(
  octets: Uint8Array,
  signature: Uint8Array,
  certificateDer: Uint8Array,
): boolean {
  const key = readCertificate(certificateDer)?.publicKey
  if (key?.asymmetricKeyType !== 'rsa') return false
  return verify('RSA-SHA256', octets, key, signature)
}
