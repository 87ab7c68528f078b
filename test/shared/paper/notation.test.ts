import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../electron/intake/read-pdf.ts'
import catalogueJson from '../../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import { readableScan } from '../../../shared/paper/item-text.ts'
import { suggestionsFor } from '../../../shared/paper/suggest.ts'
import { type PdfLine, textPdf } from '../../fixtures/paper-pdf.ts'

const catalogue = catalogueJson as unknown as Catalogue
const fields = [
  'TyreSize',
  'LoadCapacityIndexSingleWheel',
  'LoadCapacityIndexTwinWheel',
  'SpeedCategorySymbol',
  'RimSize',
  'RimOffSet',
] as const

/** What item 35, printed in these lines, offers for a tyre of an axle, field by field. */
async function tyresOf(lines: readonly PdfLine[]) {
  const page: readonly PdfLine[] = [
    [[50, '34. Axles fitted with air suspension or equivalent: no']],
    ...lines,
    [[50, '36. Trailer brake connections: none']],
  ]
  const read = await readPdf(await textPdf([page]), { maxPages: 10, maxPiecesOfText: 10_000 })
  if (!read.ok) throw new Error(read.problem.code)
  const scan = readableScan({ name: 'coc.pdf', sha256: '' }, read.value)
  return (axle: number, tyre: number): readonly (string | undefined)[] =>
    fields.map((field) => {
      const path = `CocDataGroup/AxleTable/AxleGroup[${axle}]/TyreAxleTable/TyreAxleGroup[${tyre}]/${field}`
      const offered = suggestionsFor(path, [scan], catalogue)
      expect(offered.length).toBeLessThan(2)
      return offered[0]?.value
    })
}

const nothing = fields.map(() => undefined)

describe('tyres and rims of item 35', () => {
  test('are offered axle by axle as a maker prints them', async () => {
    const tyre = await tyresOf([
      [[50, '35. Tyre/wheel combination: Axle 1: 235/75 R17.5 132/130M; 6.75x17.5 ET 130']],
      [[50, 'Axle 2: 245/70 R17.5 136/134M on rim 7.50x17.5 ET 140']],
    ])
    expect(tyre(1, 1)).toEqual(['235/75 R17.5', '132', '130', 'M', '6.75x17.5', '130'])
    expect(tyre(2, 1)).toEqual(['245/70 R17.5', '136', '134', 'M', '7.50x17.5', '140'])
    expect(tyre(2, 2)).toEqual(nothing)
    expect(tyre(3, 1)).toEqual(nothing)
  })

  test('count on within an axle, and follow one another on one line', async () => {
    const tyre = await tyresOf([
      [[50, '35. Tyre/wheel combination:']],
      [[60, '1. 225/75R16C 121/120R 6Jx16 ET68  2. 225/75R16C 121/120R 5½Jx16 ET109']],
      [[60, '205/75R16C 113/111 Q']],
    ])
    expect(tyre(1, 1)).toEqual(['225/75R16C', '121', '120', 'R', '6Jx16', '68'])
    expect(tyre(2, 1).slice(0, 4)).toEqual(['225/75R16C', '121', '120', 'R'])
    expect(tyre(2, 2)).toEqual(['205/75R16C', '113', '111', 'Q', undefined, undefined])
  })

  test('of a table stand by its columns of axle and tyre', async () => {
    const row = (...cells: string[]): PdfLine => cells.map((cell, at) => [70 + at * 75, cell])
    const tyre = await tyresOf([
      [[50, '35. Tyre/wheel combination']],
      row('axle', 'tyre', 'size', 'load', 'speed', 'rim', 'offset'),
      row('1', '1', '385/65 R 22.5', '160', 'K', '11.75x22.5', '120'),
      row('2', '1', '315/80 R 22.5', '156/150', 'L', '9.00x22.5', '175'),
      row('2', '2', '295/80R22.5', '152/148', 'M', '8.25x22.5', '-12'),
    ])
    expect(tyre(1, 1)).toEqual(['385/65 R 22.5', '160', undefined, 'K', '11.75x22.5', '120'])
    expect(tyre(2, 1)).toEqual(['315/80 R 22.5', '156', '150', 'L', '9.00x22.5', '175'])
    expect(tyre(2, 2)).toEqual(['295/80R22.5', '152', '148', 'M', '8.25x22.5', '-12'])
  })

  test('of one combination without an axle count for every axle, of several for none', async () => {
    const one = await tyresOf([[[50, '35. Tyre/wheel combination: 225/60R18 100H 18X7J ET35']]])
    const expected = ['225/60R18', '100', undefined, 'H', '18X7J', '35']
    expect(one(1, 1)).toEqual(expected)
    expect(one(2, 1)).toEqual(expected)
    expect(one(1, 2)).toEqual(nothing)
    const several = await tyresOf([
      [[50, '35. Tyre/wheel combination: 225/60R18 100H 18X7J ET35']],
      [[50, '235/55R18 100V 18X7J ET35']],
    ])
    expect(several(1, 1)).toEqual(nothing)
    expect(several(2, 1)).toEqual(nothing)
  })

  test('are not offered where the numbers in front say no axle for sure', async () => {
    const tyre = await tyresOf([
      [[50, '35. Tyre/wheel combination: axles 1 and 2: 225/60R18 100H 18X7J ET35']],
      [[50, '235/55R18 100V']],
    ])
    for (const axle of [1, 2]) for (const number of [1, 2]) expect(tyre(axle, number)).toEqual(nothing)
  })
})
