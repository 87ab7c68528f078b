import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { signatureSchemaFile, writeSchema } from '../../../electron/ivi-xml/write-schema.ts'
import { writeSignatureSchema } from '../../../electron/ivi-xml/write-signature-schema.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { lacksTool } from '../../needs.ts'
import { catalogue, withSignature } from './messages.ts'
import { needsOfficial, official } from './official.ts'
import { xmllintVerdicts } from './xmllint.ts'
import { differences, xsdMeaning } from './xsd-meaning.ts'

const generated = writeSchema(loadCatalogue())

describe('the generated schema', () => {
  test.skipIf(official.missing)(
    `says the same as the official one at every path: kinds, cardinalities, base types, facets, codes${needsOfficial}`,
    () => {
      const officialMeaning = xsdMeaning(official.xsd().toString('utf8'))
      // 545 fields and 134 groups below the root, the reference to Signature, 135 models, the schema itself.
      expect(officialMeaning.size).toBe(545 + 134 + 1 + 135 + 1)
      expect(differences(officialMeaning, xsdMeaning(generated))).toEqual([])
    },
  )

  test('leaves Signature out where drafts are checked, and changes nothing else', () => {
    const draft = writeSchema(loadCatalogue(), { signatureOptional: true })
    expect(differences(xsdMeaning(generated), xsdMeaning(draft))).toEqual([
      'InitialVehicleInformation/Signature',
    ])
  })

  // Otherwise the comparison above could be one that finds nothing.
  test.each([
    ['a length', '<xs:maxLength value="25"/>', '<xs:maxLength value="26"/>'],
    ['a limit', '<xs:maxInclusive value="999.99"/>', '<xs:maxInclusive value="999.98"/>'],
    ['digits', '<xs:fractionDigits value="2"/>', '<xs:fractionDigits value="3"/>'],
    ['a pattern', 'value="[A-Z0-9]+"', 'value="[A-Z0-9]*"'],
    ['a code taken away', '<xs:enumeration value="ABS"/>', ''],
    [
      'a code added',
      '<xs:enumeration value="ABS"/>',
      '<xs:enumeration value="ABS"/><xs:enumeration value="ABX"/>',
    ],
    ['a base type', 'base="xs:short"', 'base="xs:int"'],
    ['an optional field', 'name="Variant"', 'name="Variant" minOccurs="0"'],
    ['the least number of rows', 'minOccurs="2"', 'minOccurs="1"'],
    ['rows that no longer repeat', 'maxOccurs="unbounded"', ''],
    ['a name', 'name="Wheelbase"', 'name="WheelBase"'],
    ['a type', 'name="Variant" type="Text25"', 'name="Variant" type="Text35"'],
    ['the namespace', 'targetNamespace="http://eu', 'targetNamespace="https://eu'],
    ['the kind of a group', /<xs:sequence>([\s\S]*?)<\/xs:sequence>/, '<xs:all>$1</xs:all>'],
  ])('differs where %s is changed', (_, from, to) => {
    const changed = generated.replace(from, to)
    expect(changed).not.toBe(generated)
    expect(differences(xsdMeaning(generated), xsdMeaning(changed)).length).toBeGreaterThan(0)
  })
})

const noXmllint = lacksTool('xmllint')
test.skipIf(noXmllint)(
  `another validator takes both generated schemas and random messages${noXmllint ? ' (skipped: needs xmllint)' : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'bodymark-xsd-'))
    const xsd = join(folder, 'ivi.xsd')
    writeFileSync(xsd, generated)
    writeFileSync(join(folder, signatureSchemaFile), writeSignatureSchema())
    const valid = fc
      .sample(iviMessage(catalogue), 30)
      .map((tree) => withSignature(buildIviXml(tree, catalogue)))
    const invalid = valid.map((bytes) =>
      Buffer.from(
        bytes.toString('utf8').replace('<Variant>', '<Variante>').replace('</Variant>', '</Variante>'),
      ),
    )
    const verdicts = xmllintVerdicts(xsd, [...valid, ...invalid])
    rmSync(folder, { recursive: true })
    expect(verdicts).toEqual([...valid.map(() => true), ...invalid.map(() => false)])
  },
)
