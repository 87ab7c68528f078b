import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { writeSchema } from '../../../electron/ivi-xml/write-schema.ts'
import { official } from './official.ts'

/**
 * The official schema where it is at hand, else the product's own of the same meaning. Both write their elements
 * alike but for the order of attributes.
 */
export function schemaText(): string {
  if (!official.missing) return official.xsd().toString('utf8')
  return writeSchema(loadCatalogue()).replace(
    /<xs:documentation>.*<\/xs:documentation>/,
    '<xs:documentation>Version: 2.0</xs:documentation>\n<xs:documentation>Generated: 2026-02-26 12:00</xs:documentation>',
  )
}

export interface SchemaChange {
  readonly from: string | RegExp
  readonly to: string
}

/** A text of a schema with these changes; one that finds nothing is a mistake of the test. */
export function changed(xsd: string, ...changes: readonly SchemaChange[]): string {
  return changes.reduce((text, { from, to }) => {
    const after = text.replace(from, to)
    if (after === text) throw new Error(`the schema has no ${from}`)
    return after
  }, xsd)
}

/** Any other number: what messages state and what the comment says. */
export function renumbered(release: string): readonly SchemaChange[] {
  return [
    {
      from: /(name="IviVersionNumberXsd">[\s\S]*?enumeration value=")2\.0"/,
      to: `$1${release}"`,
    },
    { from: /(Version:\s*)2\.0/, to: `$1${release}` },
  ]
}

/** A group's members with more behind them. */
export function withMembers(group: string, members: string): SchemaChange {
  return { from: new RegExp(`(complexType name="${group}">\\s*<xs:all>)`), to: `$1${members}` }
}

export function withoutMember(group: string, name: string): SchemaChange {
  return {
    from: new RegExp(`(complexType name="${group}">[\\s\\S]*?)<xs:element [^>]*name="${name}"[^>]*/>`),
    to: '$1',
  }
}

export function withTypes(types: string): SchemaChange {
  return { from: /<\/xs:schema>/, to: `${types}</xs:schema>` }
}

/**
 * Release 2.1 as a test invents it: a new field, a new table with required fields, a field gone, one moved into a
 * group, a text shorter, one code new and one gone, a field required.
 */
export function release21(): string {
  return changed(
    schemaText(),
    ...renumbered('2.1'),
    withMembers(
      'CocDataGroup',
      `<xs:element name="RecyclingShare" minOccurs="0" type="RecyclingShare"/>
       <xs:element name="BatteryPassTable" minOccurs="0" type="BatteryPassTable"/>`,
    ),
    withTypes(
      `<xs:complexType name="BatteryPassTable"><xs:sequence>
         <xs:element name="BatteryPassGroup" maxOccurs="unbounded" type="BatteryPassGroup"/>
       </xs:sequence></xs:complexType>
       <xs:complexType name="BatteryPassGroup"><xs:all>
         <xs:element name="BatteryPassNumber" type="Integer2"/>
         <xs:element name="BatteryPassIdentifier" type="BatteryPassIdentifier"/>
       </xs:all></xs:complexType>
       <xs:simpleType name="BatteryPassIdentifier"><xs:restriction base="xs:string">
         <xs:maxLength value="40"/></xs:restriction></xs:simpleType>
       <xs:simpleType name="RecyclingShare"><xs:restriction base="xs:decimal">
         <xs:totalDigits value="4"/><xs:fractionDigits value="1"/>
         <xs:minInclusive value="0"/><xs:maxInclusive value="100.0"/></xs:restriction></xs:simpleType>`,
    ),
    withoutMember('CocDataGroup', 'RightLeftHandTraffic'),
    withoutMember('CocDataGroup', 'MetricImperialOdometer'),
    withMembers(
      'GeneralConstructionGroup',
      '<xs:element name="MetricImperialOdometer" minOccurs="0" type="MetricImperialOdometerCode"/>',
    ),
    { from: /(simpleType name="ColourCode">[\s\S]*?)<xs:enumeration value="5"\/>/, to: '$1' },
    { from: /<xs:element (name="DateManufactureVehicle" )minOccurs="0" /, to: '<xs:element $1' },
    { from: /(simpleType name="Text25">[\s\S]*?maxLength value=")25"/, to: '$118"' },
    {
      from: /(simpleType name="StageOfCompletionCode">[\s\S]*?)<xs:enumeration value="C"\/>/,
      to: '$1<xs:enumeration value="C"/><xs:enumeration value="R"/>',
    },
  )
}
