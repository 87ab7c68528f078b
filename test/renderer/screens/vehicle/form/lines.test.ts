import { describe, expect, it } from 'vitest'
import { catalogue, groups } from '../../../../../renderer/fields/field-facts.ts'
import { above, below, pasteTargets, spotOf } from '../../../../../renderer/screens/vehicle/form/keys.ts'
import { buildLines, type FormInput, type Line } from '../../../../../renderer/screens/vehicle/form/lines.ts'
import { lineOf, narrowed } from '../../../../../renderer/screens/vehicle/form/narrow.ts'
import { countRows } from '../../../../../renderer/screens/vehicle/form/rows.ts'
import { fieldIndex } from '../../../../../shared/ivi/catalogue.ts'
import { formSections } from '../../../../../shared/ivi/layout.ts'

const axle = 'CocDataGroup/AxleTable/AxleGroup'
const tyre = `${axle}/TyreAxleTable/TyreAxleGroup`
const mass = 'CocDataGroup/MassGroup/ActualMass'
const paths = [
  mass,
  `${axle}[1]/AxleNumber`,
  `${axle}[2]/AxleNumber`,
  `${axle}[1]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`,
  `${axle}[2]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`,
  `${axle}[2]/TyreAxleTable/TyreAxleGroup[2]/TyreSize`,
]

const input = (change: Partial<FormInput> = {}): FormInput => ({
  sections: [
    { id: 'masses', title: { en: '', de: '' }, fields: [mass, `${axle}/AxleSpacing`, `${axle}/AxleTrack`] },
    { id: 'tyres', title: { en: '', de: '' }, fields: [`${tyre}/TyreNumber`, `${tyre}/TyreSize`] },
  ],
  repeats: (place) => groups.has(place),
  counts: countRows(paths),
  isShown: () => true,
  isStatedBefore: () => false,
  ...change,
})
const kinds = (lines: readonly Line[]) => lines.map(({ kind }) => kind)
const cellsOf = (line: Line | undefined) => (line && 'cells' in line ? line.cells : [])

describe('the lines of the form', () => {
  it('a table has a line for each field and a cell for each row', () => {
    const lines = buildLines(input())
    expect(kinds(lines)).toEqual([
      'section',
      'field',
      'table',
      'field',
      'field',
      'section',
      'table',
      'field',
      'field',
    ])
    expect(cellsOf(lines[3])).toEqual([`${axle}[1]/AxleSpacing`, `${axle}[2]/AxleSpacing`])
  })

  it('rows within rows stand side by side', () => {
    expect(cellsOf(buildLines(input()).at(-1))).toEqual([
      `${axle}[1]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`,
      `${axle}[2]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`,
      `${axle}[2]/TyreAxleTable/TyreAxleGroup[2]/TyreSize`,
    ])
  })

  it('a long table has a line for each row instead', () => {
    const gears = Array.from(
      { length: 12 },
      (_, at) => `CocDataGroup/GearGroup/GearRatioTable/GearRatioGroup[${at + 1}]/GearNumber`,
    )
    const place = 'CocDataGroup/GearGroup/GearRatioTable/GearRatioGroup'
    const lines = buildLines(
      input({
        sections: [
          { id: 'power', title: { en: '', de: '' }, fields: [`${place}/GearNumber`, `${place}/GearRatio`] },
        ],
        counts: countRows(gears),
      }),
    )
    expect(kinds(lines)).toEqual(['section', 'table', ...Array.from({ length: 12 }, () => 'record')])
    expect(cellsOf(lines[2])).toEqual([`${place}[1]/GearNumber`, `${place}[1]/GearRatio`])
  })

  it('a table without rows offers itself, and shows what an earlier stage says of it', () => {
    const counts = new Map<string, number>()
    expect(kinds(buildLines(input({ counts })))).toEqual(['section', 'field', 'table', 'section'])
    const before = input({ counts, isStatedBefore: (field) => field === `${axle}/AxleTrack` })
    expect(kinds(buildLines(before))).toEqual(['section', 'field', 'table', 'field', 'section'])
  })

  it('every field of the release has its line when everything is shown', () => {
    const lines = buildLines(input({ sections: formSections, isStatedBefore: () => true, counts: new Map() }))
    const drawn = new Set(lines.flatMap((line) => (line.kind === 'field' ? [line.field] : [])))
    expect([...fieldIndex(catalogue).keys()].filter((field) => !drawn.has(field))).toEqual([])
  })
})

describe('what needs a look', () => {
  it('keeps the headings of the lines that it keeps, and no others', () => {
    const lines = narrowed(
      buildLines(input()),
      (line) => line.kind === 'field' && line.field.endsWith('AxleTrack'),
    )
    expect(kinds(lines)).toEqual(['section', 'table', 'field'])
  })

  it('a table that is wanted as a whole stands there once, with or without its lines', () => {
    const lines = buildLines(input())
    const whole = narrowed(lines, (line) => line.kind === 'table' && line.section === 'tyres')
    expect(kinds(whole)).toEqual(['section', 'table'])
    const both = narrowed(lines, (line) => line.section === 'tyres' && line.kind !== 'section')
    expect(kinds(both)).toEqual(['section', 'table', 'field', 'field'])
  })

  it('a finding leads to its cell, or to the first line of its group', () => {
    const lines = buildLines(input())
    expect(lineOf(lines, `${axle}[2]/AxleTrack`)).toBe(4)
    expect(lineOf(lines, `${axle}[2]`)).toBe(3)
    expect(lineOf(lines, 'CocDataGroup/AxleTable')).toBe(3)
    expect(lineOf(lines, 'CocDataGroup/Nowhere')).toBe(-1)
  })
})

describe('moving like in a spreadsheet', () => {
  const lines = buildLines(input())
  it('down and up keep the column and step over headings', () => {
    const from = spotOf(lines, `${axle}[2]/AxleTrack`)
    expect(from).toEqual({ line: 4, cell: 1 })
    expect(from && below(lines, from)).toBe(`${axle}[2]/TyreAxleTable/TyreAxleGroup[1]/TyreNumber`)
    expect(from && above(lines, from)).toBe(`${axle}[2]/AxleSpacing`)
  })

  it('ends at the first and the last line', () => {
    expect(above(lines, { line: 1, cell: 0 })).toBeUndefined()
    expect(below(lines, { line: lines.length - 1, cell: 0 })).toBeUndefined()
  })

  it('pasted rows go down the lines, pasted columns across; what finds no cell is left out', () => {
    const targets = pasteTargets(lines, { line: 3, cell: 0 }, [
      ['4350', '1350', '9'],
      ['2044', '1837'],
    ])
    expect(targets).toEqual([
      { path: `${axle}[1]/AxleSpacing`, text: '4350' },
      { path: `${axle}[2]/AxleSpacing`, text: '1350' },
      { path: `${axle}[1]/AxleTrack`, text: '2044' },
      { path: `${axle}[2]/AxleTrack`, text: '1837' },
    ])
  })
})
