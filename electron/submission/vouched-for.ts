import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

/** Longer than any real chain. */
const maxSteps = 10

/**
 * Whether one of these authorities (PEM; absent: those of the system) vouches for a server's certificate, link by
 * link. TLS alone does not tell: Node trusts every certificate that came along in the client's PKCS#12, so that
 * whoever issued our key could pass for any server. Names, dates and purposes were checked by TLS.
 */
export function isVouchedFor(server: X509Certificate | undefined, ca: string | undefined): boolean {
  const authorities = ca === undefined ? systemAuthorities() : certificatesIn(ca)
  let current = server
  for (let step = 0; current && step < maxSteps; step++) {
    const subject = current
    if (authorities.some((authority) => issued(authority, subject))) return true
    const issuer: X509Certificate | undefined = subject.issuerCertificate
    if (!issuer?.ca || !isValidNow(issuer) || !issued(issuer, subject)) return false
    current = issuer
  }
  return false
}

/** The certificates of a PEM file; throws where one is broken. */
export function certificatesIn(pem: string): readonly X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  return blocks.map((block) => new X509Certificate(block))
}

let system: readonly X509Certificate[] | undefined

function systemAuthorities(): readonly X509Certificate[] {
  system ??= getCACertificates('default').flatMap((pem) => {
    try {
      return [new X509Certificate(pem)]
    } catch {
      // One odd certificate on the machine must not take the others away.
      return []
    }
  })
  return system
}

function issued(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey)
}

function isValidNow({ validFrom, validTo }: X509Certificate): boolean {
  const now = Date.now()
  return Date.parse(validFrom) <= now && now <= Date.parse(validTo)
}
