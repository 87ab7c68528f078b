import type { KeyObject } from 'node:crypto'
import { SignedXml } from 'xml-crypto'
import type { Certificate } from '../../../electron/signature/certificate.ts'
import {
  envelopedTransform,
  exclusiveC14n,
  rsaSha256,
  sha256,
} from '../../../electron/signature/xml-names.ts'

export interface ForeignForm {
  readonly xpath?: string
  readonly wholeDocument?: boolean
  readonly transforms?: readonly string[]
  readonly digest?: string
  readonly method?: string
  readonly canonicalization?: string
  readonly location?: {
    readonly reference: string
    readonly action: 'append' | 'prepend' | 'before' | 'after'
  }
  readonly prefix?: string
  readonly keyInfo?: string
  /** Content of a ds:Object. */
  readonly object?: string
  readonly id?: string
}

/** A signature as another maker's software would make it, through xml-crypto alone. */
export function signForeign(
  xml: string,
  { key, certificate }: { readonly key: KeyObject; readonly certificate: Certificate },
  form: ForeignForm = {},
): Buffer {
  const certificateText = Buffer.from(certificate.der).toString('base64')
  const dot = form.prefix ? `${form.prefix}:` : ''
  const keyInfo =
    form.keyInfo ??
    `<${dot}X509Data><${dot}X509Certificate>${certificateText}</${dot}X509Certificate></${dot}X509Data>`
  const signed = new SignedXml({
    signatureAlgorithm: form.method ?? rsaSha256,
    canonicalizationAlgorithm: form.canonicalization ?? exclusiveC14n,
    privateKey: key,
    getKeyInfoContent: () => keyInfo,
    ...(form.object === undefined ? {} : { objects: [{ content: form.object }] }),
  })
  signed.addReference({
    xpath: form.xpath ?? '/*',
    isEmptyUri: form.wholeDocument ?? true,
    transforms: [...(form.transforms ?? [envelopedTransform])],
    digestAlgorithm: form.digest ?? sha256,
  })
  signed.computeSignature(xml, {
    ...(form.location ? { location: { ...form.location } } : {}),
    ...(form.prefix ? { prefix: form.prefix } : {}),
    ...(form.id ? { attrs: { Id: form.id } } : {}),
  })
  return Buffer.from(signed.getSignedXml(), 'utf8')
}
