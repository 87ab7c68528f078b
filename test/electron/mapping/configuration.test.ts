import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  type ConfigurationProfile,
  configurationProfileSchema,
  parseConfigurationProfile,
} from '../../../electron/mapping/configuration-profile.ts'
import { type DocumentPart, readDocument, textAt } from '../../../electron/mapping/document-tree.ts'
import { readBodies, readConfigurations } from '../../../electron/mapping/read-configuration.ts'
import { catalogue } from '../completion/sample-stages.ts'

const folder = new URL('../../../schemas/mapping-profiles/configurations/', import.meta.url)
const json = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
const profile = (name: string): ConfigurationProfile => {
  const parsed = parseConfigurationProfile(json(name), catalogue)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem))
  return parsed.value
}
const document = (text: string, form: 'json' | 'xml'): DocumentPart => {
  const read = readDocument(new TextEncoder().encode(text), form)
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

const xml = `<?xml version="1.0" encoding="UTF-8"?>
<k:Konfigurationen xmlns:k="urn:x">
  <Konfiguration Auftrag="4711"><Fahrzeug FIN="ZZBFC35A0T1000101"/>
    <Merkmal Name="AUFBAU"><Wert>1010</Wert></Merkmal>
    <Merkmal Name="OPTION"><Wert>WKZ</Wert></Merkmal>
    <Merkmal Name="FARBE"><Wert>RAL 9010</Wert></Merkmal>
    <Massen><Masse Art="SONDER"><Bezeichnung>Rundumleuchte</Bezeichnung><Gewicht>3,5</Gewicht><Schwerpunkt>-200</Schwerpunkt></Masse></Massen>
  </Konfiguration>
  <Aufbauten><Aufbau Schluessel="P-1" Version="3"><Bezeichnung>Pritsche</Bezeichnung><Klassen>N1 N2</Klassen>
    <Laenge>5900</Laenge><Massen><Masse><Bezeichnung>Pritsche</Bezeichnung><Gewicht>420</Gewicht><Schwerpunkt>2300</Schwerpunkt></Masse></Massen>
    <Optionen><Option Schluessel="PLANE"><Bezeichnung>Plane</Bezeichnung></Option></Optionen></Aufbau></Aufbauten>
</k:Konfigurationen>`

describe('the files of a product configurator', () => {
  it('are read by the shipped profiles, whose schema is the one that reads them', () => {
    const names = readdirSync(folder).filter((name) => !name.includes('schema'))
    expect(names.map((name) => profile(name).form).sort()).toEqual(['json', 'xml'])
    expect(json('configuration.schema.json')).toEqual(
      z.toJSONSchema(configurationProfileSchema, { io: 'input' }),
    )
  })

  it('give body, options and masses of a vehicle from XML as it is', () => {
    expect(readConfigurations(document(xml, 'xml'), profile('configurator-xml.json'))).toEqual({
      ok: true,
      value: [
        {
          ...{ vin: 'ZZBFC35A0T1000101', order: '4711', variantId: 'KIPPER', options: ['TOOLBOX'] },
          masses: [{ name: 'Rundumleuchte', kg: 3.5, x: -200, counts: 'option' }],
        },
      ],
    })
  })

  it('give the bodies that the configurator keeps', () => {
    expect(readBodies(document(xml, 'xml'), profile('configurator-xml.json'))).toMatchObject({
      ok: true,
      value: [
        {
          ...{ id: 'P-1', version: 3, name: 'Pritsche', categories: ['N1', 'N2'], stage: 'V' },
          set: { 'CocDataGroup/DimensionGroup/Length': '5900' },
          loads: { masses: [{ name: 'Pritsche', kg: 420, x: 2300, counts: 'standard' }] },
          options: [{ id: 'PLANE', name: 'Plane' }],
        },
      ],
    })
  })

  const order = (more: object = {}) => ({
    orders: [
      {
        number: 4711,
        vehicle: { vin: 'ZZBFC35A0T1000101' },
        product: {
          code: 'DRY-BOX',
          features: [
            { code: 'TL-1000', selected: true },
            { code: 'HITCH', selected: false },
          ],
          extras: [{ text: 'Ladder', weight: 12, centre: 3.25 }],
          ...more,
        },
      },
    ],
  })
  const readJson = (value: unknown) =>
    readConfigurations(document(JSON.stringify(value), 'json'), profile('configurator-json.json'))

  it('give the same from JSON, metres as millimetres, and only what was selected', () => {
    expect(readJson(order())).toMatchObject({
      ok: true,
      value: [
        {
          ...{ order: '4711', variantId: 'KOFFER', options: ['LBW'] },
          masses: [{ name: 'Ladder', kg: 12, x: 3250, counts: 'option' }],
        },
      ],
    })
  })

  it.each([
    ['nothing of the kind', {}, 'configuration-empty'],
    ['a product that no table has', order({ code: 'BOAT' }), 'configuration-code-unknown'],
    ['no product', order({ code: undefined }), 'configuration-value-missing'],
    [
      'a mass without a position',
      order({ extras: [{ text: 'L', weight: 12 }] }),
      'configuration-value-missing',
    ],
    ['a negative mass', order({ extras: [{ text: 'L', weight: -12, centre: 1 }] }), 'configuration-number'],
    [
      'a mass that is a word',
      order({ extras: [{ text: 'L', weight: 'heavy', centre: 1 }] }),
      'configuration-number',
    ],
  ])('are refused with %s', (_, value, code) => {
    expect(readJson(value)).toMatchObject({ ok: false, problem: { code } })
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', 'xml'],
    ['an entity', '<a>&nbsp;</a>', 'xml'],
    ['an end tag missing', '<a><b></a>', 'xml'],
    ['a hundred levels and more', '<a>'.repeat(200), 'xml'],
    ['half a file', '{"orders": [', 'json'],
  ] as const)('are refused with %s', (_, text, form) => {
    const read = readDocument(new TextEncoder().encode(text), form)
    expect(read).toMatchObject({ ok: false, problem: { code: 'configuration-unreadable' } })
  })

  it('keep every text of any JSON object where its path says', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,9}$/)),
        (values) => {
          const read = document(JSON.stringify({ a: [{ b: values }] }), 'json')
          for (const [key, value] of Object.entries(values)) expect(textAt(read, `a/b/${key}`)).toBe(value)
        },
      ),
    )
  })
})
