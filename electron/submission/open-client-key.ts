import { createSecureContext, type SecureContext } from 'node:tls'
import { fromBER, Integer, Sequence } from 'asn1js'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { NapEndpoint } from './profile.ts'
import { certificatesIn } from './vouched-for.ts'

/**
 * What both ends of the connection are checked with: our key, and the authorities that may vouch for the server.
 *
 * Codes: `nap-client-key-unreadable`, `nap-client-key-not-opened`, `nap-server-authority-unreadable`.
 */
export function openClientKey({ client, ca }: NapEndpoint): Result<SecureContext> {
  if (ca !== undefined && !readsAsCertificates(ca))
    return fail(problem('nap-server-authority-unreadable', {}, {}, false))
  try {
    const pfx = Buffer.from(client.p12)
    return ok(createSecureContext({ pfx, passphrase: client.passphrase, ca, minVersion: 'TLSv1.2' }))
  } catch {
    // OpenSSL's own message is dropped: it says no more than this, in English.
    return fail(
      problem(
        isPkcs12(client.p12) ? 'nap-client-key-not-opened' : 'nap-client-key-unreadable',
        {},
        {},
        false,
      ),
    )
  }
}

/** Names of the authorities that are trusted for the server; empty where those of the system are. */
export function namesOfAuthorities(ca: string | undefined): string {
  const authorities = ca === undefined ? [] : certificatesIn(ca)
  return authorities.map(({ subject }) => subject.replaceAll('\n', ', ')).join(' | ')
}

function readsAsCertificates(ca: string): boolean {
  try {
    return certificatesIn(ca).length > 0
  } catch {
    return false
  }
}

/** RFC 7292: a PFX is a sequence that begins with version 3. */
function isPkcs12(bytes: Uint8Array): boolean {
  const { result, offset } = fromBER(new Uint8Array(bytes))
  if (offset <= 0 || !(result instanceof Sequence)) return false
  const version = result.valueBlock.value[0]
  return version instanceof Integer && version.valueBlock.valueDec === 3
}
