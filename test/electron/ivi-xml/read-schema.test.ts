import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { catalogueJson } from '../../../build/carry-facts/catalogue.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { readSchema } from '../../../electron/ivi-xml/read-schema.ts'
import { writeSchema } from '../../../electron/ivi-xml/write-schema.ts'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { needsOfficial, official } from './official.ts'

const committed = new URL('../../../schemas/ivi/2.0/catalogue.json', import.meta.url)
const generated = writeSchema(loadCatalogue())

function refusal(xsd: string) {
  const read = readSchema(Buffer.from(xsd))
  return read.ok ? 'accepted' : { code: read.problem.code, ...read.problem.args }
}

describe('the official schema', () => {
  test.skipIf(official.missing)(`makes the catalogue that is committed${needsOfficial}`, () => {
    expect(catalogueJson(official.xsd()).json).toBe(readFileSync(committed, 'utf8'))
  })

  test('has 135 groups, 545 fields and 1,151 codes', () => {
    const catalogue = loadCatalogue()
    const codes = Object.values(catalogue.types).flatMap((type) => type.codes ?? [])
    expect(Object.keys(catalogue.groups)).toHaveLength(135)
    expect(fieldIndex(catalogue).size).toBe(545)
    expect(codes).toHaveLength(1151)
  })
})

test('a schema written from the catalogue is read back as the same catalogue', () => {
  // The generated file states release and date in words of its own.
  const stated = generated.replace(
    /<xs:documentation>.*<\/xs:documentation>/,
    '<xs:documentation>Version: 2.0 Generated: 2026-02-26 12:00</xs:documentation>',
  )
  const read = readSchema(Buffer.from(stated))
  expect(read.ok && read.value).toEqual(loadCatalogue())
})

describe('a schema whose meaning the catalogue could not hold is refused, naming the place', () => {
  const versioned = generated.replace('<xs:documentation>', '<xs:documentation>Version: 2.0 ')
  const changed = (from: string | RegExp, to: string) => {
    const xsd = versioned.replace(from, to)
    expect(xsd).not.toBe(versioned)
    return refusal(xsd)
  }

  test.each([
    [
      'a choice',
      /(name="Header">\s*)<xs:all>([\s\S]*?)<\/xs:all>/,
      '$1<xs:choice>$2</xs:choice>',
      'schema-unknown-construct',
    ],
    ['a nillable element', 'name="Variant"', 'name="Variant" nillable="true"', 'schema-unknown-construct'],
    ['a fixed value', 'name="Variant"', 'name="Variant" fixed="X"', 'schema-unknown-construct'],
    ['another base type', 'base="xs:short"', 'base="xs:byte"', 'schema-unknown-construct'],
    [
      'a field that repeats',
      'name="Variant"',
      'name="Variant" maxOccurs="unbounded"',
      'schema-unknown-construct',
    ],
    ['five rows at most', 'maxOccurs="unbounded"', 'maxOccurs="5"', 'schema-unknown-construct'],
    ['an unknown facet', '<xs:maxLength value="3"/>', '<xs:length value="3"/>', 'schema-unknown-construct'],
    [
      'two patterns',
      '<xs:pattern value="[A-Z0-9]+"/>',
      '<xs:pattern value="[A-Z]+"/><xs:pattern value="[0-9]+"/>',
      'schema-unknown-construct',
    ],
    [
      'mixed content',
      '<xs:complexType name="Header"',
      '<xs:complexType mixed="true" name="Header"',
      'schema-unknown-construct',
    ],
    [
      'unqualified members',
      'elementFormDefault="qualified"',
      'elementFormDefault="unqualified"',
      'schema-unknown-construct',
    ],
    ['a type that is not there', 'type="Text25"', 'type="Text26"', 'schema-dangling-reference'],
    [
      'a group within itself',
      'name="VectoGroup" type="VectoGroup"',
      'name="VectoGroup" type="CocDataGroup"',
      'schema-unknown-construct',
    ],
    [
      'another root',
      '<xs:element name="InitialVehicleInformation"',
      '<xs:element name="Other"',
      'schema-not-ivi',
    ],
    ['no signature', /<xs:element ref="ds:Signature"\/>/, '', 'schema-not-ivi'],
  ])('%s', (_, from, to, code) => {
    expect(changed(from, to)).toMatchObject({ code })
  })

  test('a schema of another family, though its elements are named alike', () => {
    const foreign = versioned.replaceAll('http://eu.ereg.initialvehicleinformation.v2', 'urn:example:ivi')
    expect(refusal(foreign)).toEqual({ code: 'schema-other-family', namespace: 'urn:example:ivi' })
  })

  test('names that no path could hold, or that every object has', () => {
    for (const name of ['Axle-Spacing', '__proto__', 'constructor'])
      expect(changed('name="AxleSpacing"', `name="${name}"`)).toMatchObject({
        code: 'schema-unknown-construct',
      })
  })

  test('a pattern that the form could not check', () => {
    expect(changed('value="[A-Z0-9]+"', 'value="\\i\\c*"')).toMatchObject({
      code: 'schema-unknown-construct',
    })
  })

  test('a pattern that would keep the form busy for ever, and one that XML Schema means otherwise', () => {
    expect(changed('value="[A-Z0-9]+"', 'value="([A-Z0-9]+)+X"')).toMatchObject({
      code: 'schema-pattern-costly',
    })
    expect(changed('value="[A-Z0-9]+"', 'value="^[A-Z0-9]+$"')).toMatchObject({
      code: 'schema-unknown-construct',
    })
  })

  test('types within types that make millions of places of a few lines', () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const type = level === 11 ? 'Integer2' : `Deep${level + 1}`
      const members = Array.from({ length: 8 }, (__, at) => `<xs:element name="M${at}" type="${type}"/>`)
      return `<xs:complexType name="Deep${level}"><xs:all>${members.join('')}</xs:all></xs:complexType>`
    })
    const bomb = versioned
      .replace('</xs:schema>', `${levels.join('')}</xs:schema>`)
      .replace(/(complexType name="CocDataGroup">\s*<xs:all>)/, '$1<xs:element name="Deep" type="Deep0"/>')
    expect(refusal(bomb)).toMatchObject({ code: 'schema-too-many-places', max: 20_000 })
  })

  test('what a publisher explains inside is no construct', () => {
    const told = versioned.replace(
      /(complexType name="Header">)/,
      '$1<xs:annotation><xs:documentation>Version: 9.9</xs:documentation></xs:annotation>',
    )
    expect(refusal(told)).toBe('accepted')
  })

  test('a file that is no schema', () => {
    expect(refusal('<order/>')).toEqual({ code: 'schema-not-an-xsd', name: 'order' })
    expect(refusal('')).toMatchObject({ code: 'xml-empty' })
  })
})
