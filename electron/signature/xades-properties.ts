import { createHash } from 'node:crypto'
import { create } from 'xmlbuilder2'
import type { Result } from '../../shared/result.ts'
import { canonicalise, whereCanonical, withDocument } from './canonicalise.ts'
import type { Certificate } from './certificate.ts'
import { elementsOf } from './verify/read-signature.ts'
import type { PlannedProperties } from './write-signature.ts'
import { dsNamespace, sha256, xadesNamespace } from './xml-names.ts'

export interface SignedFacts {
  readonly signatureId: string
  readonly propertiesId: string
  /** Id of the Reference that covers the message. */
  readonly referenceId: string
  readonly signingTime: string
  readonly certificate: Certificate
}

/** Writes the properties and makes the canonical octets of what is signed of them. */
export function planXadesProperties(facts: SignedFacts): Result<PlannedProperties> {
  const xml = writeQualifyingProperties(facts)
  // As they will stand in the Signature: its namespace is in scope there.
  const inPlace = Buffer.from(`<Object xmlns="${dsNamespace}">${xml}</Object>`, 'utf8')
  return withDocument(inPlace, (document) => {
    const signed = elementsOf(elementsOf(document.root)[0])[0]
    if (!signed) throw new Error('the properties were written without SignedProperties')
    return whereCanonical(() => ({
      propertiesId: facts.propertiesId,
      xml,
      signed: canonicalise(document, { mode: 'exclusive', prefixes: [] }, signed),
    }))
  })
}

/**
 * The QualifyingProperties of XAdES Baseline-B (ETSI EN 319 132-1, 6.3): when, with which certificate, and what kind
 * of data was signed.
 */
function writeQualifyingProperties(facts: SignedFacts): string {
  const { certificate } = facts
  const digest = createHash('sha256').update(certificate.der).digest('base64')
  const root = create().ele(xadesNamespace, 'xades:QualifyingProperties', { Target: `#${facts.signatureId}` })
  const signed = root.ele('xades:SignedProperties', { Id: facts.propertiesId })
  const signature = signed.ele('xades:SignedSignatureProperties')
  signature.ele('xades:SigningTime').txt(facts.signingTime)
  const cert = signature.ele('xades:SigningCertificateV2').ele('xades:Cert')
  const certDigest = cert.ele('xades:CertDigest')
  certDigest.ele(dsNamespace, 'DigestMethod', { Algorithm: sha256 })
  certDigest.ele(dsNamespace, 'DigestValue').txt(digest)
  cert.ele('xades:IssuerSerialV2').txt(Buffer.from(certificate.issuerSerialDer).toString('base64'))
  signed
    .ele('xades:SignedDataObjectProperties')
    .ele('xades:DataObjectFormat', { ObjectReference: `#${facts.referenceId}` })
    .ele('xades:MimeType')
    .txt('text/xml')
  return root.toString()
}
