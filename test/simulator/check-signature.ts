import { createHash, X509Certificate } from 'node:crypto'
import { XmlC14NMode, XmlDocument, XmlElement, type XmlNode } from 'libxml2-wasm'
import { SignedXml } from 'xml-crypto'
import type { Reason } from './ledger.ts'
import { service } from './options.ts'

const ds = { ds: service.signature, xades: 'http://uri.etsi.org/01903/v1.3.2#' }
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const inclusive = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const enveloped = `${service.signature}enveloped-signature`
const sha256 = 'http://www.w3.org/2001/04/xmlenc#sha256'
const rsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const signedProperties = 'http://uri.etsi.org/01903#SignedProperties'

/** What is wrong with a signature; a value, since the first wrong thing ends the check. */
class Refused extends Error {}
const demand = (right: boolean, text: string): void => {
  if (!right) throw new Refused(text)
}

/**
 * The authority's own view of a signature, by xml-crypto and other canonicalisation than the product's: exactly one,
 * last child of the root, over the whole root, RSA with SHA-256, by somebody on its list.
 */
export function checkSignature(
  bytes: Uint8Array,
  document: XmlDocument,
  trustedSigners: readonly string[],
): readonly Reason[] {
  try {
    const signature = onlySignature(document)
    const certificate = signingCertificate(signature)
    checkForm(signature, certificate)
    checkValueAndCoverage(bytes, document, signature, certificate)
    const print = createHash('sha256').update(certificate.raw).digest('hex')
    const trusted = trustedSigners.map(fingerprint).includes(print)
    return trusted
      ? []
      : [
          {
            code: 'SIGNER',
            text: `the signer ${certificate.subject.replaceAll('\n', ', ')} is not on the list`,
          },
        ]
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [{ code: 'SIGNATURE', text: error.message, field: '/InitialVehicleInformation/Signature' }]
  }
}

/** PEM or hex, with or without colons → SHA-256 of the DER in hex. */
export function fingerprint(signer: string): string {
  return signer.includes('-----BEGIN')
    ? createHash('sha256').update(new X509Certificate(signer).raw).digest('hex')
    : signer.replaceAll(':', '').toLowerCase()
}

function onlySignature(document: XmlDocument): XmlElement {
  const [signature, second] = document.find('//ds:Signature', ds)
  demand(signature instanceof XmlElement && !second, 'there is not exactly one Signature')
  const element = signature as XmlElement
  demand(element.parent?.isSameNode(document.root) === true, 'the Signature is no child of the root')
  let after = element.next
  while (after && !(after instanceof XmlElement)) after = after.next
  demand(after === null, 'the Signature is not the last child of the root')
  const ids = document.find('//@Id').map((id) => id.content)
  demand(new Set(ids).size === ids.length, 'an Id stands twice')
  return element
}

function signingCertificate(signature: XmlElement): X509Certificate {
  const text = textAt(signature, 'ds:KeyInfo/ds:X509Data/ds:X509Certificate[1]')
  try {
    return new X509Certificate(Buffer.from(text, 'base64'))
  } catch {
    throw new Refused('KeyInfo holds no certificate')
  }
}

function checkForm(signature: XmlElement, certificate: X509Certificate): void {
  const info = 'ds:SignedInfo/'
  demand(
    textAt(signature, `${info}ds:CanonicalizationMethod/@Algorithm`) === exclusive,
    'SignedInfo is not in exclusive C14N',
  )
  demand(
    textAt(signature, `${info}ds:SignatureMethod/@Algorithm`) === rsaSha256,
    'the signature is not RSA with SHA-256',
  )
  const references = signature.find(`${info}ds:Reference`, ds)
  const [body, properties, ...others] = references
  demand(body !== undefined && others.length === 0, 'SignedInfo has other than one or two references')
  demand(textAt(body, '@URI') === '', 'the first reference is not to the whole document')
  const transforms = transformsOf(body)
  demand(
    transforms[0] === enveloped &&
      transforms.slice(1).every((each) => each === inclusive || each === exclusive) &&
      transforms.length <= 2,
    'the document has other transforms than enveloped-signature and C14N',
  )
  for (const reference of references) {
    demand(textAt(reference, 'ds:DigestMethod/@Algorithm') === sha256, 'a digest is not SHA-256')
  }
  const from = Date.parse(certificate.validFrom)
  const to = Date.parse(certificate.validTo)
  let at = Date.now()
  if (properties) at = checkXades(signature, properties, certificate)
  else demand(signature.find('ds:Object', ds).length === 0, 'there are properties that nothing signs')
  demand(at >= from && at <= to, 'the certificate was not valid at the time of signing')
}

/** Answers the signing time in milliseconds. */
function checkXades(signature: XmlElement, reference: XmlNode, certificate: X509Certificate): number {
  const [properties, second] = signature.find(
    'ds:Object/xades:QualifyingProperties/xades:SignedProperties',
    ds,
  )
  demand(properties !== undefined && !second, 'there is not one SignedProperties')
  const own = properties as XmlNode
  demand(textAt(reference, '@Type') === signedProperties, 'the second reference is not to SignedProperties')
  demand(
    textAt(reference, '@URI') === `#${textAt(own, '@Id')}`,
    'the second reference misses SignedProperties',
  )
  const target = textAt(own, '../@Target')
  demand(target === `#${textAt(signature, '@Id')}`, 'QualifyingProperties has another target')
  const cert = 'xades:SignedSignatureProperties/xades:SigningCertificateV2/xades:Cert[1]/xades:CertDigest/'
  demand(textAt(own, `${cert}ds:DigestMethod/@Algorithm`) === sha256, 'the certificate digest is not SHA-256')
  const print = createHash('sha256').update(certificate.raw).digest('base64')
  demand(textAt(own, `${cert}ds:DigestValue`) === print, 'SigningCertificateV2 names another certificate')
  const at = Date.parse(textAt(own, 'xades:SignedSignatureProperties/xades:SigningTime'))
  demand(Number.isFinite(at), 'SigningTime is missing')
  demand(at < Date.now() + 300_000, 'SigningTime lies in the future')
  return at
}

function checkValueAndCoverage(
  bytes: Uint8Array,
  document: XmlDocument,
  signature: XmlElement,
  certificate: X509Certificate,
): void {
  const verifier = new SignedXml({ publicCert: certificate.publicKey, getCertFromKeyInfo: () => null })
  let valid = false
  try {
    verifier.loadSignature(signature.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }))
    valid = verifier.checkSignature(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch {
    throw new Refused('the signature value does not match')
  }
  demand(valid, 'a digest does not match: the document was changed after signing')
  const transforms = transformsOf(signature.get('ds:SignedInfo/ds:Reference[1]', ds))
  const mode = transforms.includes(exclusive) ? XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 : XmlC14NMode.XML_C14N_1_0
  const whole = XmlDocument.fromBuffer(bytes)
  try {
    whole.get('/*/ds:Signature', ds)?.remove()
    const expected = whole.root.canonicalizeToString({ mode })
    demand(verifier.getSignedReferences()[0] === expected, 'the signature covers less than the document')
  } finally {
    whole.dispose()
  }
  demand(document.root.namespaceUri === service.ivi, 'the signed document is no IVI message')
}

function transformsOf(reference: XmlNode | null | undefined): readonly string[] {
  return reference?.find('ds:Transforms/ds:Transform/@Algorithm', ds).map((node) => node.content) ?? []
}

function textAt(node: XmlNode | undefined, xpath: string): string {
  return node?.get(xpath, ds)?.content.trim() ?? ''
}
