import { describe, expect, it } from 'vitest'
import { catalogue, groups } from '../../../../../renderer/fields/field-facts.ts'
import { above, below, pasteTargets, spotOf } from '../../../../../renderer/screens/vehicle/form/keys.ts'
import { buildLines, type FormInput, type Line } from '../../../../../renderer/screens/vehicle/form/lines.ts'
import { lineOf, narrowed } from '../../../../../renderer/screens/vehicle/form/narrow.ts'
import { countRows } from '../../../../../renderer/screens/vehicle/form/rows.ts'
import { fieldIndex } from '../../../../../shared/ivi/catalogue.ts'
import { formSections, tableShape } from '../../../../../shared/ivi/layout.ts'
import { schemaPath } from '../../../../../shared/ivi/path.ts'

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
  shape: tableShape,
  counts: countRows(paths),
  earlier: new Map(),
  isShown: () => true,
  isStatedBefore: () => false,
  shows: () => 'single',
  ...change,
})
const section = (id: string, fields: readonly string[]) => ({ id, title: { en: '', de: '' }, fields })
const kinds = (lines: readonly Line[]) => lines.map(({ kind }) => kind)
const cellsOf = (line: Line | undefined) => (line && 'cells' in line ? line.cells : [])
const isFor = (line: Line, field: string) =>
  'fields' in line && line.fields.some((each) => each.endsWith(field))

describe('the lines of the form', () => {
  it('a table has a line for each field and a cell for each row', () => {
    const lines = buildLines(input({ sections: input().sections.slice(0, 1) }))
    expect(kinds(lines)).toEqual(['section', 'field', 'table', 'field', 'field'])
    expect(cellsOf(lines[3])).toEqual([`${axle}[1]/AxleSpacing`, `${axle}[2]/AxleSpacing`])
  })

  it('a table within rows stands once for each of them, also where the rows stand in another section', () => {
    const lines = buildLines(input({ sections: input().sections.slice(1) }))
    expect(kinds(lines)).toEqual(['section', 'table', 'field', 'field', 'table', 'field', 'field'])
    const heads = lines.flatMap((line) => (line.kind === 'table' ? [line.table] : []))
    expect(heads.map(({ parent }) => parent)).toEqual([`${axle}[1]`, `${axle}[2]`])
    expect(cellsOf(lines.at(-1))).toEqual([
      `${axle}[2]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`,
      `${axle}[2]/TyreAxleTable/TyreAxleGroup[2]/TyreSize`,
    ])
  })

  it('a table within a row follows its row, deeper than it, and where it is empty one line offers it to each row', () => {
    const towing = 'CocDataGroup/TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup'
    const trailer = `${towing}/BodyworkTypeTable/BodyworkTypeGroup`
    const lines = buildLines(
      input({
        sections: [
          section('towing', [
            `${towing}/BrakedTypeTrail`,
            `${trailer}/TechnicallyPermissibleMaximumTowableMass`,
          ]),
        ],
        counts: countRows([
          `${towing}[1]/BrakedTypeTrail`,
          `${towing}[1]/BodyworkTypeTable/BodyworkTypeGroup[1]/BodyworkTypeTrailer`,
          `${towing}[2]/BrakedTypeTrail`,
          `${towing}[3]/BrakedTypeTrail`,
        ]),
      }),
    )
    expect(kinds(lines)).toEqual([
      'section',
      'table',
      'record',
      'table',
      'field',
      'record',
      'record',
      'table',
    ])
    expect(lines.map((line) => ('table' in line ? line.table?.depth : undefined))).toEqual([
      undefined,
      0,
      0,
      1,
      1,
      0,
      0,
      1,
    ])
    const last = lines.at(-1)
    expect(last?.kind === 'table' && last.addTo).toEqual([`${towing}[2]`, `${towing}[3]`])
  })

  it('tables lie in rows of tables to any depth', () => {
    const convertor = 'CocDataGroup/EnergyConvertorTable/EnergyConvertorGroup'
    const source = `${convertor}/EnergySourceTable/EnergySourceGroup`
    const family = `${source}/TestFamilyIdentifiersTable/TestFamilyIdentifiersGroup`
    const at = `${convertor}[2]/EnergySourceTable/EnergySourceGroup[1]`
    const lines = buildLines(
      input({
        sections: [
          section('power', [
            `${convertor}/NumberOfCylinders`,
            `${source}/EnergySource`,
            `${family}/TestFamilyIdentifier`,
          ]),
        ],
        counts: countRows([
          `${convertor}[1]/NumberOfCylinders`,
          `${at}/TestFamilyIdentifiersTable/TestFamilyIdentifiersGroup[1]/TestFamilyIdentifier`,
        ]),
      }),
    )
    const heads = lines.flatMap((line) => (line.kind === 'table' ? [line] : []))
    expect(heads.map(({ table, addTo }) => [table.depth, table.rows.length, addTo])).toEqual([
      [0, 2, ['']],
      [1, 1, [`${convertor}[2]`]],
      [2, 1, [at]],
      [1, 0, [`${convertor}[1]`]],
    ])
  })

  it('a table of few short values, and a long one, has a line for each row', () => {
    const gears = Array.from(
      { length: 12 },
      (_, at) => `CocDataGroup/GearGroup/GearRatioTable/GearRatioGroup[${at + 1}]/GearNumber`,
    )
    const place = 'CocDataGroup/GearGroup/GearRatioTable/GearRatioGroup'
    const lines = buildLines(
      input({
        sections: [section('power', [`${place}/GearNumber`, `${place}/GearRatio`])],
        counts: countRows(gears),
      }),
    )
    expect(kinds(lines)).toEqual(['section', 'table', ...Array.from({ length: 12 }, () => 'record')])
    expect(cellsOf(lines[2])).toEqual([`${place}[1]/GearNumber`, `${place}[1]/GearRatio`])
    const axles = Array.from({ length: 9 }, (_, at) => `${axle}[${at + 1}]/AxleNumber`)
    const long = buildLines(input({ sections: input().sections.slice(0, 1), counts: countRows(axles) }))
    expect(long.filter(({ kind }) => kind === 'record')).toHaveLength(9)
  })

  it('a table without rows offers itself, and shows what an earlier stage says of it', () => {
    const counts = new Map<string, number>()
    expect(kinds(buildLines(input({ counts })))).toEqual(['section', 'field', 'table', 'section', 'table'])
    const before = input({
      counts,
      earlier: countRows([`${axle}[1]/AxleTrack`]),
      isStatedBefore: (field) => field === `${axle}/AxleTrack`,
    })
    expect(kinds(buildLines(before))).toEqual(['section', 'field', 'table', 'field', 'section', 'table'])
  })

  it('a table in rows that nobody added yet is offered with the first of them', () => {
    const lines = buildLines(input({ counts: new Map() }))
    const last = lines.at(-1)
    expect(last?.kind === 'table' && last.addTo).toEqual([`${axle}[1]`])
  })

  it('a value and its range are one line: what is open is told, and nothing else of it is a line', () => {
    const dimension = 'CocDataGroup/DimensionGroup'
    const length = [
      `${dimension}/Length`,
      `${dimension}/LengthAdjustableMin`,
      `${dimension}/LengthAdjustableMax`,
    ]
    const sections = [section('dimensions', length)]
    const single = buildLines(input({ sections }))
    expect(kinds(single)).toEqual(['section', 'field'])
    expect(cellsOf(single[1])).toEqual(length.slice(0, 1))
    expect(cellsOf(buildLines(input({ sections, shows: () => 'range' }))[1])).toEqual(length.slice(1))
    expect(cellsOf(buildLines(input({ sections, shows: () => 'both' }))[1])).toEqual(length)
  })

  it('what is found about a group stands on its first line, about a table and its rows at the table', () => {
    const sections = [
      section('masses', [mass, 'CocDataGroup/MassGroup/MassInRunningOrder', `${axle}/AxleTrack`]),
    ]
    const lines = buildLines(input({ sections }))
    expect(lines.flatMap((line) => ('places' in line ? [line.told] : []))).toEqual([
      [mass, 'CocDataGroup/MassGroup', 'CocDataGroup'],
      ['CocDataGroup/MassGroup/MassInRunningOrder'],
      [`${axle}[1]/AxleTrack`, `${axle}[2]/AxleTrack`, `${axle}/AxleTrack`],
    ])
  })

  it('what is found about a field in no row stands where it is first, or where its table is offered', () => {
    const tyres = section('tyres', [`${tyre}/TyreSize`])
    const withOne = countRows([`${axle}[1]/TyreAxleTable/TyreAxleGroup[1]/TyreSize`, `${axle}[2]/AxleNumber`])
    const told = (counts: Map<string, number>) =>
      buildLines(input({ sections: [tyres], counts })).flatMap((line) =>
        line.kind === 'section' || !line.told.includes(`${tyre}/TyreSize`) ? [] : [line.kind],
      )
    expect(told(withOne)).toEqual(['field'])
    expect(told(new Map())).toEqual(['table'])
  })

  it('what the certificate prints on one line is one line, as far as it is shown', () => {
    const general = 'CocDataGroup/GeneralConstructionGroup'
    const both = [`${general}/NumberOfAxles`, `${general}/NumberOfWheels`]
    const sections = [section('axles', both)]
    const [, paired] = buildLines(input({ sections }))
    expect(cellsOf(paired)).toEqual(both)
    expect(paired?.kind === 'field' && paired.line.title?.en).toBe('Number of axles and wheels')
    const [, alone] = buildLines(input({ sections, isShown: (field) => field.endsWith('NumberOfAxles') }))
    expect(alone?.kind === 'field' && alone.line.title).toBeUndefined()
  })

  it.each([{ shows: 'single' as const }, { shows: 'both' as const }])(
    'every field of the release has its place when everything is shown ($shows)',
    ({ shows }) => {
      const rows = new Map([...groups.keys()].map((place) => [place, 1]))
      const counts = new Map<string, number>()
      for (const place of groups.keys()) {
        let at = ''
        let outer = ''
        for (const each of [...rows.keys()].filter((one) => place === one || place.startsWith(`${one}/`))) {
          counts.set(at + each.slice(outer.length), 1)
          at = `${at}${each.slice(outer.length)}[1]`
          outer = each
        }
      }
      const lines = buildLines(input({ sections: formSections, counts, shows: () => shows }))
      const drawn = new Set(lines.flatMap((line) => ('fields' in line ? line.fields : [])))
      expect([...fieldIndex(catalogue).keys()].filter((field) => !drawn.has(field))).toEqual([])
      const places = lines.flatMap((line) => ('places' in line ? line.places : []))
      expect(places).toHaveLength(545)
      expect(new Set(places.map(schemaPath)).size).toBe(545)
    },
  )
})

describe('what needs a look', () => {
  it('keeps the headings of the lines that it keeps, and no others', () => {
    const lines = narrowed(buildLines(input()), (line) => isFor(line, 'AxleTrack'))
    expect(kinds(lines)).toEqual(['section', 'table', 'field'])
  })

  it('a table that is wanted as a whole stands there once, with or without its lines', () => {
    const lines = buildLines(input())
    const whole = narrowed(lines, (line) => line.kind === 'table' && line.section === 'masses')
    expect(kinds(whole)).toEqual(['section', 'table'])
    const both = narrowed(lines, (line) => 'table' in line && line.section === 'masses')
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
    expect(from && below(lines, from)).toBe(`${axle}[1]/TyreAxleTable/TyreAxleGroup[1]/TyreNumber`)
    expect(from && above(lines, from)).toBe(`${axle}[2]/AxleSpacing`)
  })

  it('ends at the first and the last line', () => {
    expect(above(lines, { line: 1, cell: 0 })).toBeUndefined()
    expect(below(lines, { line: lines.length - 1, cell: 0 })).toBeUndefined()
  })

  it('pasted rows go down the lines, pasted columns across; what finds no cell is counted', () => {
    const { targets, leftOut } = pasteTargets(lines, { line: 3, cell: 0 }, [
      ['4350', '1350', '9'],
      ['2044', '1837'],
    ])
    expect(targets).toEqual([
      { path: `${axle}[1]/AxleSpacing`, text: '4350' },
      { path: `${axle}[2]/AxleSpacing`, text: '1350' },
      { path: `${axle}[1]/AxleTrack`, text: '2044' },
      { path: `${axle}[2]/AxleTrack`, text: '1837' },
    ])
    expect(leftOut).toBe(1)
    const end = pasteTargets(lines, { line: lines.length - 1, cell: 0 }, [['1', ' '], ['2'], ['']])
    expect(end).toMatchObject({ leftOut: 1, targets: [{ text: '1' }, { text: ' ' }] })
  })
})
