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
  const form = forms.get(facts.certificate) ?? writeForm(facts.certificate)
  forms.set(facts.certificate, form)
  // Names of our own and a time: nothing in them that XML would write otherwise.
  return form.replace(
    /blank-(signatureId|propertiesId|referenceId|signingTime)/g,
    (_, name: Blank) => facts[name],
  )
}

type Blank = Exclude<keyof SignedFacts, 'certificate'>

/** A batch signs with one certificate: the form is written once, and each signature fills its blanks. */
const forms = new WeakMap<Certificate, string>()

function writeForm(certificate: Certificate): string {
  const digest = createHash('sha256').update(certificate.der).digest('base64')
  const root = create().ele(xadesNamespace, 'xades:QualifyingProperties', { Target: '#blank-signatureId' })
  const signed = root.ele('xades:SignedProperties', { Id: 'blank-propertiesId' })
  const signature = signed.ele('xades:SignedSignatureProperties')
  signature.ele('xades:SigningTime').txt('blank-signingTime')
  const cert = signature.ele('xades:SigningCertificateV2').ele('xades:Cert')
  const certDigest = cert.ele('xades:CertDigest')
  certDigest.ele(dsNamespace, 'DigestMethod', { Algorithm: sha256 })
  certDigest.ele(dsNamespace, 'DigestValue').txt(digest)
  cert.ele('xades:IssuerSerialV2').txt(Buffer.from(certificate.issuerSerialDer).toString('base64'))
  signed
    .ele('xades:SignedDataObjectProperties')
    .ele('xades:DataObjectFormat', { ObjectReference: '#blank-referenceId' })
    .ele('xades:MimeType')
    .txt('text/xml')
  return root.toString()
}
