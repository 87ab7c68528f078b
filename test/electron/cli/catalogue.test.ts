import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CodeDescription } from '../../../shared/ivi/describe-codes.ts'
import type { FieldDescription } from '../../../shared/ivi/describe-fields.ts'
import { aFolder } from '../pipeline/a-workspace.ts'
import { bodymark } from './run-cli.ts'

interface Catalogue {
  readonly release: string
  readonly language: string
  readonly fields: readonly FieldDescription[]
  readonly codes: Readonly<Record<string, readonly CodeDescription[]>>
}

/** The catalogue needs no workspace. */
const catalogue = (...args: readonly string[]) => bodymark(['--workspace', join(aFolder(), 'none'), ...args])
const read = (out: string): Catalogue => JSON.parse(out)

describe('bodymark catalogue', () => {
  test('gives machines every field and every code, in either language', async () => {
    const english = await catalogue('catalogue', '--json')
    const german = read((await catalogue('--lang', 'de', 'catalogue', '--json')).out)
    expect(english.status).toBe(0)
    const { release, language, fields, codes } = read(english.out)
    expect([release, language, german.language]).toEqual(['2.0', 'en', 'de'])
    expect([fields.length, german.fields.length]).toEqual([545, 545])
    expect(Object.values(codes).flat()).toHaveLength(1151)
    expect(Object.keys(fields[0] ?? {})).toEqual([
      ...['path', 'name', 'section', 'required', 'label', 'help', 'items', 'unit', 'type', 'decimals'],
      ...['codes', 'relevance', 'example'],
    ])
    const speed = (all: readonly FieldDescription[]) => all.find(({ name }) => name === 'MaximumSpeed')
    expect(speed(fields)?.label.text).toBe('Maximum speed')
    expect(speed(german.fields)?.label.text).toBe('Höchstgeschwindigkeit')
  })

  test('tells people what they search for, with where it belongs and how sure that is', async () => {
    const { status, out } = await catalogue('catalogue', 'actual', 'mass', 'vehicle')
    expect(status).toBe(0)
    expect(out).toContain('  13.2    Actual mass of this vehicle [kg]')
    expect(out).toContain('whole number from 0 to 999999; e.g. 2946')
    expect(out).toContain('complete, completed: M N O')
    expect(out).toContain('label, unit: fairly sure (CoC item 13.2); help: fairly sure (own wording)')
  })

  test('leaves a code bare whose meaning nobody knows', async () => {
    const { out } = await catalogue('--lang', 'de', 'catalogue', 'GearboxType')
    expect(out).toMatch(/^ {2}M {2}Handschaltung$/m)
    expect(out).toMatch(/^ {2}D$/m)
  })

  test('takes a stage by its word too', async () => {
    const { out } = await catalogue('catalogue', '13.2', '--category', 'O4', '--stage', 'completed')
    expect(out).toContain('belongs to O4, completed')
  })

  test('leaves out what a vehicle does not state, and says of the rest whether that is known', async () => {
    const { out } = await catalogue('catalogue', '--category', 'n2', '--stage', 'v', '--section', 'bodywork')
    expect(out).toContain('belongs to N2, completed')
    expect(out).not.toContain('Colour')
    const tractor = await catalogue('catalogue', '--category', 'T1a', '--stage', 'C', '--section', 'brakes')
    expect(tractor.out).toContain('not known whether it belongs to T1a, complete')
  })

  test.each([
    [['--category', 'Q7'], 'Q7 is no vehicle category'],
    [['--stage', 'V'], 'V cannot be taken as a stage'],
    [['--category', 'N2', '--stage', 'X'], 'X cannot be taken as a stage'],
    [['--section', 'mass'], 'The form has no section mass'],
    [['--release', '9.9'], '9.9'],
  ])('%j ends in words', async (args, words) => {
    const { status, err, out } = await catalogue('catalogue', ...args)
    expect(status).toBe(2)
    expect(err).toContain(words)
    expect(out).toBe('')
  })

  test('says so where nothing is found', async () => {
    const told = await catalogue('catalogue', 'zebra')
    expect([told.status, told.out, told.err]).toEqual([0, '', 'Nothing in the catalogue matches.\n'])
    expect(read((await catalogue('--json', 'catalogue', 'zebra')).out)).toMatchObject({
      fields: [],
      codes: {},
    })
  })
})
