import { describe, expect, it } from 'vitest'
import { groups } from '../../../../../renderer/fields/field-facts.ts'
import { landingOf } from '../../../../../renderer/screens/vehicle/form/landing.ts'
import { buildLines } from '../../../../../renderer/screens/vehicle/form/lines.ts'
import { countRows } from '../../../../../renderer/screens/vehicle/form/rows.ts'
import { tableShape } from '../../../../../shared/ivi/layout.ts'

const axle = 'CocDataGroup/AxleTable/AxleGroup'
const tyre = `${axle}/TyreAxleTable/TyreAxleGroup`

const linesWith = (values: readonly string[]) =>
  buildLines({
    sections: [
      { id: 'axles', title: { en: '', de: '' }, fields: [`${axle}/AxleNumber`, `${axle}/AxleSpacing`] },
      { id: 'masses', title: { en: '', de: '' }, fields: [`${axle}/AxleTrack`] },
      { id: 'tyres', title: { en: '', de: '' }, fields: [`${tyre}/TyreSize`] },
    ],
    repeats: (place) => groups.has(place),
    shape: tableShape,
    counts: countRows(values),
    earlier: new Map(),
    isShown: () => true,
    isStatedBefore: () => false,
    shows: () => 'single',
  })
const two = linesWith([`${axle}[1]/AxleNumber`, `${axle}[2]/AxleNumber`])
const filled = new Set([`${axle}[1]/AxleNumber`, `${axle}[2]/AxleNumber`])
const isEmpty = (path: string) => !filled.has(path)

describe('where the cursor goes', () => {
  it('a row leads to its first empty place, in the section where it was added', () => {
    expect(landingOf(two, { place: `${axle}[2]` }, isEmpty)).toEqual({ cell: `${axle}[2]/AxleSpacing` })
    expect(landingOf(two, { place: `${axle}[2]`, section: 'masses' }, isEmpty)).toEqual({
      cell: `${axle}[2]/AxleTrack`,
    })
    expect(landingOf(two, { place: `${axle}[2]`, section: 'brakes' }, isEmpty)).toEqual({
      cell: `${axle}[2]/AxleSpacing`,
    })
  })

  it('a full row leads to its first place, a value to itself', () => {
    expect(landingOf(two, { place: `${axle}[1]` }, () => false)).toEqual({ cell: `${axle}[1]/AxleNumber` })
    expect(landingOf(two, { place: `${axle}[1]/AxleNumber` }, isEmpty)).toEqual({
      cell: `${axle}[1]/AxleNumber`,
    })
  })

  it('what stands in a row that is gone leads to the row before, or to where a row is added', () => {
    expect(landingOf(two, { place: `${axle}[3]/AxleNumber` }, isEmpty)).toEqual({
      cell: `${axle}[2]/AxleNumber`,
    })
    const none = linesWith([])
    const adding = landingOf(none, { place: `${axle}[1]`, section: 'masses' }, isEmpty)
    const line = adding && 'line' in adding ? none[adding.line] : undefined
    expect(line?.kind === 'table' && [line.section, line.addTo]).toEqual(['masses', ['']])
    const tyres = landingOf(two, { place: `${axle}[2]/TyreAxleTable/TyreAxleGroup[1]/TyreSize` }, isEmpty)
    const offered = tyres && 'line' in tyres ? two[tyres.line] : undefined
    expect(offered?.kind === 'table' && offered.section).toBe('tyres')
  })

  it('what the form does not show leads nowhere', () => {
    expect(landingOf(two, { place: 'CocDataGroup/MassGroup/ActualMass' }, isEmpty)).toBeUndefined()
  })
})
