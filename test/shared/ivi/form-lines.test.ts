import { expect, test } from 'vitest'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { formPairs, formRanges, pairOf, rangeOf, rowNumbering } from '../../../shared/ivi/form-lines.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

const dimension = 'CocDataGroup/DimensionGroup'
const sectionOf = (path: string) => formSections.find(({ fields }) => fields.includes(path))
const tableOf = (path: string) => path.slice(0, path.lastIndexOf('Group/'))

test('every least value of the release is the end of a range, with its largest and its single value', () => {
  const ends = [...fieldIndex(catalogue).keys()].filter((path) => path.endsWith('Min'))
  expect(formRanges.map(({ min }) => min)).toEqual(ends)
  expect(rangeOf(`${dimension}/Length`)).toEqual({
    single: `${dimension}/Length`,
    min: `${dimension}/LengthAdjustableMin`,
    max: `${dimension}/LengthAdjustableMax`,
  })
})

test('what stands on one line stands together in the form, in one table, and once', () => {
  const lines = [
    ...formPairs.map(({ parts }) => parts.map(({ field }) => field)),
    ...formRanges.map(({ single, min, max }) => [single, min, max]),
  ]
  for (const line of lines) {
    const [first = ''] = line
    const fields = sectionOf(first)?.fields ?? []
    const positions = line.map((field) => fields.indexOf(field))
    expect(positions, first).not.toContain(-1)
    expect(Math.max(...positions) - Math.min(...positions), first).toBeLessThan(9)
    expect(new Set(line.map(tableOf)).size, first).toBe(1)
  }
  const paired = formPairs.flatMap(({ parts }) => parts.map(({ field }) => field))
  expect(new Set(paired).size).toBe(paired.length)
})

test('the certificate’s own pairs are among them: axles and wheels, doors by side, exponents of particles', () => {
  const general = 'CocDataGroup/GeneralConstructionGroup'
  expect(pairOf(`${general}/NumberOfAxles`)?.title?.de).toBe('Anzahl der Achsen und Räder')
  expect(pairOf('CocDataGroup/ConfigurationDoorsGroup/NumberOfDoorsFront')?.parts).toHaveLength(4)
  expect(pairOf(`${general}/NumberOfWheels`)).toBeUndefined()
})

test('numbers of rows are numbers, and whatever names a row names one of them', () => {
  const index = fieldIndex(catalogue)
  const { running, next, references } = rowNumbering
  for (const path of [...running, ...next, ...references.map(({ field }) => field)])
    expect(['int', 'short'], path).toContain(index.get(path)?.type.base)
  for (const { to } of references) expect(running).toContain(to)
})
