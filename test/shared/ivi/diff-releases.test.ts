import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { readSchema } from '../../../electron/ivi-xml/read-schema.ts'
import { writeSchema } from '../../../electron/ivi-xml/write-schema.ts'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { diffReleases, isEmptyDiff, type ReleaseDiff } from '../../../shared/ivi/diff-releases.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { placeFields, sectionsOf } from '../../../shared/ivi/place-fields.ts'
import { sideBySide } from '../../../shared/ivi/releases.ts'
import { changedCatalogue as changed, withGroup, withType } from '../../arbitraries/changed-catalogue.ts'

const catalogue = loadCatalogue()
/** The difference seen from the other side, lists in any order. */
function turned(diff: ReleaseDiff) {
  const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort()
  const back = (effect: string) =>
    effect === 'wider' ? 'narrower' : effect === 'narrower' ? 'wider' : effect
  return (isTurned: boolean) => ({
    added: sorted(isTurned ? diff.removed : diff.added),
    removed: sorted(isTurned ? diff.added : diff.removed),
    moved: sorted(diff.moved.map(({ from, to, kind }) => (isTurned ? [to, from, kind] : [from, to, kind]))),
    limits: sorted(
      diff.limits.flatMap(({ limits }) =>
        limits.map(({ limit, before, after, effect }) =>
          isTurned ? [limit, after, before, back(effect)] : [limit, before, after, effect],
        ),
      ),
    ),
    codes: sorted(diff.codes.map(({ added, removed }) => (isTurned ? [removed, added] : [added, removed]))),
    counts: sorted(
      diff.counts.map(({ path, before, after }) =>
        isTurned ? [path, after, before] : [path, before, after],
      ),
    ),
  })
}

describe('what changed between two releases', () => {
  test('is nothing between a release and itself', () => {
    expect(isEmptyDiff(diffReleases(catalogue, catalogue))).toBe(true)
    fc.assert(
      fc.property(changed, (one) => isEmptyDiff(diffReleases(one, one))),
      { numRuns: 20 },
    )
  })

  test('is the same from either side, the other way round', () => {
    fc.assert(
      fc.property(changed, changed, (one, other) => {
        expect(turned(diffReleases(one, other))(true)).toEqual(turned(diffReleases(other, one))(false))
      }),
      { numRuns: 25 },
    )
  })

  test('a field that leaves one group for another has moved, and takes its limits along', () => {
    const without = withGroup(catalogue, 'MassGroup', (members) =>
      members.filter(({ name }) => name !== 'ActualMass'),
    )
    const after = withGroup(without, 'DimensionGroup', (members) => [
      ...members,
      { kind: 'field', name: 'ActualMass', type: 'Integer2', min: 0 },
    ])
    const { added, removed, moved, limits } = diffReleases(catalogue, after)
    expect({ added, removed, moved }).toEqual({
      added: [],
      removed: [],
      moved: [
        {
          from: 'CocDataGroup/MassGroup/ActualMass',
          to: 'CocDataGroup/DimensionGroup/ActualMass',
          kind: 'field',
        },
      ],
    })
    expect(limits).toMatchObject([{ after: 'Integer2', paths: ['CocDataGroup/DimensionGroup/ActualMass'] }])
  })

  test('a limit is wider or narrower; a form is other', () => {
    const of = (type: string, before: object) => {
      const { limits } = diffReleases(withType(catalogue, type, before), catalogue)
      return limits[0]?.limits.map(({ limit, effect }) => `${limit} ${effect}`)
    }
    expect(of('Text25', { maxLength: 9 })).toEqual(['maxLength wider'])
    expect(of('Text25', { maxLength: 99 })).toEqual(['maxLength narrower'])
    expect(of('Text25', { minLength: 3 })).toContain('minLength wider')
    expect(of('VehicleIdentificationNumber', { pattern: '[A-Z]+' })).toEqual(['pattern other'])
  })
})

test('a schema written from a changed catalogue is read back as that catalogue', () => {
  fc.assert(
    fc.property(changed, (one) => {
      const read = readSchema(Buffer.from(writeSchema(one)))
      const { generated: _generated, ...content } = one
      expect(read.ok ? { ...read.value, generated: undefined } : read.problem).toEqual({
        ...content,
        generated: undefined,
      })
    }),
    { numRuns: 15 },
  )
})

describe('releases side by side', () => {
  test('together they know every field of each, and take what any of them takes', () => {
    fc.assert(
      fc.property(changed, (one) => {
        const { every } = sideBySide([catalogue, { ...one, release: '2.1' }], '2.0')
        const all = fieldIndex(every)
        for (const path of [...fieldIndex(catalogue).keys(), ...fieldIndex(one).keys()])
          expect(all.has(path)).toBe(true)
        const back = diffReleases(one, every)
        expect(back.removed).toEqual([])
        expect(back.codes.flatMap(({ removed }) => removed)).toEqual([])
        expect(
          back.limits.flatMap(({ limits }) => limits.filter(({ effect }) => effect === 'narrower')),
        ).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  test('one alone is itself', () => {
    expect(sideBySide([catalogue], '').every).toBe(catalogue)
  })

  test('are in the order of their numbers', () => {
    const named = ['2.10', '3.0', '2.0', '2.1'].map((release) => ({ ...catalogue, release }))
    expect(sideBySide(named, '2.0').known.map(({ release }) => release)).toEqual([
      '2.0',
      '2.1',
      '2.10',
      '3.0',
    ])
  })
})

test('every field of a changed release stands in the form once, a new one in the section of its neighbours', () => {
  fc.assert(
    fc.property(changed, (one) => {
      const sections = sectionsOf(one, formSections, placeFields(one, formSections))
      expect(sections.flatMap(({ fields }) => fields).sort()).toEqual([...fieldIndex(one).keys()].sort())
    }),
    { numRuns: 20 },
  )
  const after = withGroup(catalogue, 'AxleGroup', (members) => [
    ...members,
    { kind: 'field', name: 'AxleSensorCount', type: 'Integer2', min: 0 },
  ])
  const [place] = placeFields(after, formSections)
  const axles = formSections.find(({ fields }) =>
    fields.includes('CocDataGroup/AxleTable/AxleGroup/AxleNumber'),
  )
  expect(place).toMatchObject({
    path: 'CocDataGroup/AxleTable/AxleGroup/AxleSensorCount',
    section: axles?.id,
  })
})
