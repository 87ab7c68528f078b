import { XmlElement, XmlXPath } from 'libxml2-wasm'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { dsNamespace, exclusiveC14n } from '../xml-names.ts'

/** An algorithm that a signature names, with the parameters that it carries. */
export interface NamedAlgorithm {
  readonly uri: string
  readonly prefixes: readonly string[]
  /** True where it carries anything but a PrefixList, such as an XPath or an HMAC length. */
  readonly hasParameters: boolean
}

export interface ReadReference {
  readonly id: string
  /** Undefined where the attribute is missing, which lets the signer mean anything. */
  readonly uri: string | undefined
  readonly type: string
  readonly transforms: readonly NamedAlgorithm[]
  readonly digestMethod: NamedAlgorithm
  readonly digest: Buffer
}

/** A ds:Signature taken apart; elements stay those of the document. */
export interface ReadSignature {
  readonly element: XmlElement
  readonly id: string
  readonly signedInfo: XmlElement
  readonly canonicalization: NamedAlgorithm
  readonly method: NamedAlgorithm
  readonly references: readonly ReadReference[]
  readonly value: Buffer
  readonly certificates: readonly Buffer[]
  readonly objects: readonly XmlElement[]
}

const childElements = XmlXPath.compile('*')

/**
 * Elements directly below `parent`; text between them is no part of the structure. By XPath, since the library's way
 * from sibling to sibling ends at a processing instruction and would hide what stands behind it.
 */
export function elementsOf(parent: XmlElement | undefined): XmlElement[] {
  return parent?.find(childElements).filter((node) => node instanceof XmlElement) ?? []
}

export function isNamed(element: XmlElement | undefined, name: string, namespace = dsNamespace): boolean {
  return element?.name === name && element.namespaceUri === namespace
}

export function attribute(element: XmlElement, name: string): string | undefined {
  return element.attr(name)?.value
}

/**
 * Base64 with white space; undefined for anything else. Only the one canonical spelling counts: Node skips what it
 * dislikes, and the last letter has bits that mean nothing, so a changed character could go unnoticed.
 */
export function decodeBase64(element: XmlElement | undefined): Buffer | undefined {
  if (!element || elementsOf(element).length > 0) return undefined
  const text = element.content.replace(/[\t\n\r ]/g, '')
  const bytes = Buffer.from(text, 'base64')
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined
}

/**
 * Takes a ds:Signature apart, strictly in the order of its schema: what this product does not understand it does
 * not call valid. Code: `signature-structure` with the element at fault.
 */
export function readSignature(element: XmlElement): Result<ReadSignature> {
  const wrong = (what: string): Result<never> => fail(problem('signature-structure', { element: what }))
  const [signedInfo, signatureValue, ...others] = elementsOf(element)
  if (!signedInfo || !isNamed(signedInfo, 'SignedInfo')) return wrong('SignedInfo')
  const value = isNamed(signatureValue, 'SignatureValue') ? decodeBase64(signatureValue) : undefined
  if (!value) return wrong('SignatureValue')
  // Without KeyInfo there is no certificate, which whoever looks for the signer reports.
  const keyInfo = isNamed(others[0], 'KeyInfo') ? others[0] : undefined
  const objects = keyInfo ? others.slice(1) : others
  if (objects.some((object) => !isNamed(object, 'Object'))) return wrong('Object')

  const [canonicalization, method, ...referenceElements] = elementsOf(signedInfo)
  if (!canonicalization || !isNamed(canonicalization, 'CanonicalizationMethod')) {
    return wrong('CanonicalizationMethod')
  }
  if (!method || !isNamed(method, 'SignatureMethod')) return wrong('SignatureMethod')
  const references = referenceElements.map(readReference)
  if (references.length === 0 || references.includes(undefined)) return wrong('Reference')
  const certificates = readCertificates(keyInfo)
  if (certificates.includes(undefined)) return wrong('X509Certificate')
  return ok({
    element,
    id: attribute(element, 'Id') ?? '',
    signedInfo,
    canonicalization: readAlgorithm(canonicalization),
    method: readAlgorithm(method),
    references: references.filter((reference) => reference !== undefined),
    value,
    certificates: certificates.filter((certificate) => certificate !== undefined),
    objects,
  })
}

function readReference(element: XmlElement): ReadReference | undefined {
  if (!isNamed(element, 'Reference')) return undefined
  const children = elementsOf(element)
  const transforms = isNamed(children[0], 'Transforms') ? elementsOf(children.shift()) : []
  const [method, value, ...more] = children
  const digest = isNamed(value, 'DigestValue') ? decodeBase64(value) : undefined
  if (!method || !isNamed(method, 'DigestMethod') || !digest || more.length > 0) return undefined
  if (transforms.some((transform) => !isNamed(transform, 'Transform'))) return undefined
  return {
    id: attribute(element, 'Id') ?? '',
    uri: attribute(element, 'URI'),
    type: attribute(element, 'Type') ?? '',
    transforms: transforms.map(readAlgorithm),
    digestMethod: readAlgorithm(method),
    digest,
  }
}

function readAlgorithm(element: XmlElement): NamedAlgorithm {
  const parameters = elementsOf(element)
  const lists = parameters.filter((parameter) => isNamed(parameter, 'InclusiveNamespaces', exclusiveC14n))
  return {
    uri: attribute(element, 'Algorithm') ?? '',
    prefixes: lists.flatMap((list) => (attribute(list, 'PrefixList') ?? '').split(/\s+/).filter(Boolean)),
    hasParameters: parameters.length > lists.length,
  }
}

function readCertificates(keyInfo: XmlElement | undefined): (Buffer | undefined)[] {
  return elementsOf(keyInfo)
    .filter((data) => isNamed(data, 'X509Data'))
    .flatMap(elementsOf)
    .filter((part) => isNamed(part, 'X509Certificate'))
    .map(decodeBase64)
}
