import catalogueJson from '../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import type { Catalogue, GroupType, Member, ValueType } from '../../shared/ivi/catalogue.ts'
import { escapeXml } from './answers.ts'
import { service } from './options.ts'

const catalogue = catalogueJson as unknown as Catalogue
const attribute = (name: string, value: string | number): string =>
  ` ${name}="${escapeXml(String(value)).replaceAll('"', '&quot;')}"`

/**
 * The authority's own copy of the message's schema, written from the catalogue by nothing that the product uses;
 * for where the official file is not at hand.
 */
export function ownSchema(): string {
  const groups = Object.values(catalogue.groups).map(complexType)
  const types = Object.values(catalogue.types).map(simpleType)
  return [
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:sig="${service.signature}"`,
    ` xmlns="${catalogue.namespace}" targetNamespace="${catalogue.namespace}" elementFormDefault="qualified">`,
    `<xs:import namespace="${service.signature}" schemaLocation="xmldsig-core-schema.xsd"/>`,
    `<xs:element name="${catalogue.root}" type="${catalogue.root}"/>`,
    ...groups,
    ...types,
    '</xs:schema>',
  ].join('')
}

/** Only that there is a Signature; what it must be is looked at by the check of signatures. */
export const ownSignatureSchema = [
  `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="${service.signature}"`,
  ' elementFormDefault="qualified"><xs:element name="Signature"><xs:complexType><xs:sequence>',
  '<xs:any minOccurs="1" maxOccurs="unbounded" processContents="skip"/></xs:sequence>',
  '<xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>',
].join('')

function complexType({ name, kind, members }: GroupType): string {
  return `<xs:complexType name="${name}"><xs:${kind}>${members.map(element).join('')}</xs:${kind}></xs:complexType>`
}

function element(member: Member): string {
  const least = member.min === 0 ? attribute('minOccurs', 0) : ''
  if (member.kind === 'signature') return `<xs:element ref="sig:Signature"${least}/>`
  const most =
    member.kind === 'group' && member.max === 'unbounded' ? attribute('maxOccurs', 'unbounded') : ''
  return `<xs:element name="${member.name}" type="${member.type}"${least}${most}/>`
}

function simpleType(type: ValueType): string {
  const facet = (name: keyof ValueType): string =>
    type[name] === undefined ? '' : `<xs:${name}${attribute('value', String(type[name]))}/>`
  const facets = [
    facet('minLength'),
    facet('maxLength'),
    facet('totalDigits'),
    facet('fractionDigits'),
    facet('minInclusive'),
    facet('maxInclusive'),
    facet('pattern'),
    ...(type.codes ?? []).map((code) => `<xs:enumeration${attribute('value', code)}/>`),
  ]
  return `<xs:simpleType name="${type.name}"><xs:restriction base="xs:${type.base}">${facets.join('')}</xs:restriction></xs:simpleType>`
}
