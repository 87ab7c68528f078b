import { hash } from 'node:crypto'
import { create } from 'xmlbuilder2'
import { ok, type Result } from '../../shared/result.ts'
import { fillBlanks } from './blanks.ts'
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

/** The properties of one signature, and the canonical octets of what is signed of them. */
export function planXadesProperties({ certificate, ...own }: SignedFacts): Result<PlannedProperties> {
  const form = forms.get(certificate) ?? makeForm(certificate)
  forms.set(certificate, form)
  return form.ok
    ? ok({
        propertiesId: own.propertiesId,
        xml: fillBlanks(form.value.xml, own),
        signed: fillBlanks(form.value.signed, own),
      })
    : form
}

interface PropertiesForm {
  readonly xml: string
  readonly signed: string
}

const forms = new WeakMap<Certificate, Result<PropertiesForm>>()

function makeForm(certificate: Certificate): Result<PropertiesForm> {
  const xml = writeForm(certificate)
  // As they will stand in the Signature: its namespace is in scope there.
  const inPlace = Buffer.from(`<Object xmlns="${dsNamespace}">${xml}</Object>`, 'utf8')
  return withDocument(inPlace, (document) => {
    const signed = elementsOf(elementsOf(document.root)[0])[0]
    if (!signed) throw new Error('the properties were written without SignedProperties')
    return whereCanonical(() => ({
      xml,
      signed: canonicalise(document, { mode: 'exclusive', prefixes: [] }, signed),
    }))
  })
}

/**
 * The QualifyingProperties of XAdES Baseline-B (ETSI EN 319 132-1, 6.3): when, with which certificate, and what kind
 * of data was signed.
 */
function writeForm(certificate: Certificate): string {
  const digest = hash('sha256', certificate.der, 'base64')
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
