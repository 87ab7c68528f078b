import { expect, test } from 'vitest'
import { fieldIndex, groupType } from '../../../shared/ivi/catalogue.ts'
import { itemOf } from '../../../shared/ivi/facts.ts'
import {
  formSections,
  isForCategory,
  rowTitle,
  sectionTitle,
  tableShape,
  tableTitle,
} from '../../../shared/ivi/layout.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

const placed = formSections.flatMap(({ fields }) => fields)

/** Schema paths of the repeating groups, outer ones first. */
function tables(): readonly string[] {
  const found: string[] = []
  const visit = (group: string, prefix: string): void => {
    for (const member of groupType(catalogue, group).members) {
      if (member.kind !== 'group') continue
      if (member.max === 'unbounded') found.push(prefix + member.name)
      visit(member.type, `${prefix}${member.name}/`)
    }
  }
  visit(catalogue.root, '')
  return found
}

test('every field of the release stands in the form exactly once', () => {
  expect(placed).toHaveLength(545)
  expect(new Set(placed)).toEqual(new Set(fieldIndex(catalogue).keys()))
})

test('the fields of a table stand together within a section', () => {
  for (const { id, fields } of formSections) {
    for (const table of tables()) {
      const inTable = fields.map((path) => tables().findLast((rows) => path.startsWith(`${rows}/`)) === table)
      const first = inTable.indexOf(true)
      if (first < 0) continue
      const count = inTable.filter(Boolean).length
      expect(inTable.slice(first, first + count).every(Boolean), `${id} ${table}`).toBe(true)
    }
  }
})

test('what the certificate numbers stands in the certificate’s sections, not among other classes', () => {
  const others = formSections.find(({ id }) => id === 'other-classes')
  expect(others?.fields.filter((path) => itemOf(path))).toEqual([])
  expect(others && isForCategory(others, 'N2')).toBe(false)
  expect(others && isForCategory(others, 'T1a')).toBe(true)
  const ofOthers = formSections.filter(({ onlyFor }) => onlyFor)
  expect(ofOthers.flatMap(({ fields }) => fields).filter((path) => itemOf(path))).toEqual([])
  expect(formSections.filter((section) => !isForCategory(section, 'N2'))).toEqual(ofOthers)
})

test('sections and tables have titles in both languages', () => {
  for (const language of ['en', 'de'] as const) {
    const titles = formSections.map(({ id }) => sectionTitle(id, language))
    expect(new Set(titles).size).toBe(formSections.length)
    for (const rows of tables()) expect(tableTitle(rows, language)).not.toMatch(/Group$/)
  }
  expect(tableTitle('CocDataGroup/AxleTable/AxleGroup', 'de')).toBe('Achsen')
  expect(sectionTitle('masses', 'en')).toBe('Masses')
})

test('the number of an axle stands before what is said of it', () => {
  const axles = formSections
    .find(({ id }) => id === 'axles')
    ?.fields.filter((path) => path.includes('AxleGroup/'))
  expect(axles?.[0]).toBe('CocDataGroup/AxleTable/AxleGroup/AxleNumber')
})

test('a table of few short values has a line for each row, others a column, as the certificate prints axles', () => {
  const coc = 'CocDataGroup'
  expect(tableShape(`${coc}/MakeTable/MakeGroup`)).toBe('rows')
  expect(tableShape(`${coc}/AxleTable/AxleGroup[2]`)).toBe('columns')
  expect(rowTitle(`${coc}/AxleTable/AxleGroup`, 'en')).toBe('Axle')
  for (const rows of tables()) expect(rowTitle(rows, 'de')).not.toMatch(/Group$/)
})
