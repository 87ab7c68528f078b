import { expect, test } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { arrange } from '../../../shared/compare/arrange.ts'
import { compareMessages } from '../../../shared/compare/compare-messages.ts'
import { numberDifference } from '../../../shared/compare/number-difference.ts'
import { onlyIn, rowsInWords, valueInWords } from '../../../shared/compare/words.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { buildTree } from '../../../shared/ivi/set-value.ts'
import { smallMessage } from '../../electron/ivi-xml/messages.ts'

const catalogue = loadCatalogue()
const coc = (path: string): string => `CocDataGroup/${path}`
const axle = (at: number, path: string): string => coc(`AxleTable/AxleGroup[${at}]/${path}`)

function tree(values: Readonly<Record<string, string>>) {
  const built = buildTree([...leavesOf(smallMessage), ...Object.entries(values)], catalogue)
  if (!built.ok) throw new Error(built.problem.code)
  return built.value
}

const left = tree({
  [coc('MassGroup/ActualMass')]: '2540',
  [axle(1, 'AxleNumber')]: '2',
  [axle(1, 'AxleTrack')]: '1800',
  [axle(2, 'AxleNumber')]: '1',
  [axle(2, 'AxleTrack')]: '1810',
  [axle(2, 'TyreAxleTable/TyreAxleGroup[1]/TyreNumber')]: '1',
  [axle(2, 'TyreAxleTable/TyreAxleGroup[1]/TyreSize')]: '385/65R22.5',
})
const right = tree({ [axle(1, 'AxleNumber')]: '1', [axle(1, 'AxleTrack')]: '1810' })
const { vehicle } = compareMessages({ tree: left, catalogue }, { tree: right, catalogue })

test('values stand in the order of the certificate, rows one after the other by their number', () => {
  const arranged = arrange(vehicle)
  const order = formSections.map(({ id }) => id)
  const positions = arranged.map(({ section }) => order.indexOf(section))
  expect(positions).toEqual(positions.toSorted((a, b) => a - b))
  const all = arranged.flatMap(({ blocks }) => blocks.flatMap(({ values }) => values))
  expect(new Set(all)).toEqual(new Set(vehicle))
  const rows = arranged
    .flatMap(({ blocks }) => blocks)
    .filter((block) => block.rows[0]?.place === coc('AxleTable/AxleGroup'))
    .map((block) => rowsInWords(block.rows, 'en'))
  expect(rows).toEqual(['Axle 1', 'Axle 2', 'Axle 1 › Tyre 1'])
})

test('a row that one message lacks is said to be alone', () => {
  const tracks = vehicle.filter(({ path }) => path.endsWith('AxleTrack'))
  expect(tracks.map(({ rows }) => onlyIn(rows))).toEqual([undefined, 'left'])
})

test('a field that the form does not know closes the list', () => {
  const [first] = vehicle
  if (!first) throw new Error('no value')
  const strange = { ...first, path: coc('FieldOfTomorrow') }
  expect(arrange([strange, first]).at(-1)).toMatchObject({ section: '', blocks: [{ values: [strange] }] })
})

test.each([
  ['2540', '2555', '+15'],
  ['2540', '2540.0', undefined],
  ['0.50', '.25', '-0.25'],
  [null, '3', undefined],
  ['diesel', '3', undefined],
])('from %s to %s are %s', (before, after, difference) => {
  expect(numberDifference(before, after)).toBe(difference)
})

test('a value is told with its unit, a code with its word', () => {
  expect(valueInWords(coc('MassGroup/ActualMass'), '2540', catalogue, 'de')).toBe('2540 kg')
  expect(valueInWords(coc('StageOfCompletion'), 'C', catalogue, 'en')).toMatch(/^C \(Complete/)
  expect(valueInWords(coc('StageOfCompletion'), null, catalogue, 'en')).toBe('–')
})
