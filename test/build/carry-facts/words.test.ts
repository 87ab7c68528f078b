import { describe, expect, test } from 'vitest'
import { readFacts } from '../../../build/carry-facts/facts-files.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import codesFile from '../../../schemas/ivi/2.0/codes.json' with { type: 'json' }
import examplesFile from '../../../schemas/ivi/2.0/examples.json' with { type: 'json' }
import helpFile from '../../../schemas/ivi/2.0/help.json' with { type: 'json' }
import labelsFile from '../../../schemas/ivi/2.0/labels.json' with { type: 'json' }
import layoutFile from '../../../schemas/ivi/2.0/layout.json' with { type: 'json' }
import { allItems } from '../../../shared/ivi/facts.ts'
import { lacksShared } from '../../needs.ts'
import { type CodeFacts, codeFaults } from './code-faults.ts'
import { type Words, wordFaults } from './word-faults.ts'

const catalogue = loadCatalogue('2.0')
const words = {
  labels: labelsFile.labels,
  help: helpFile.help,
  examples: examplesFile.examples,
  items: allItems(),
  sections: layoutFile.sections,
} as unknown as Words
const codes = codesFile.codes as unknown as CodeFacts
const why = lacksShared ? ' (skipped: the facts are not at ../shared)' : ''

test('every field has a label and help that the form can show, and no example is refused', () => {
  expect(wordFaults(catalogue, words)).toEqual([])
})

test('every code has words in both languages, or is marked unknown and has none', () => {
  expect(codeFaults(catalogue, codes)).toEqual([])
})

test.skipIf(lacksShared)(`no item is named that the list of items does not have${why}`, () => {
  const listed = new Set(readFacts('coc-items.csv', ['item']).map(({ item }) => item))
  expect(allItems().filter(({ item }) => !listed.has(item))).toEqual([])
})

describe('the check finds', () => {
  const label = (name: string, en: object): Words => ({
    ...words,
    labels: {
      ...words.labels,
      [name]: { ...words.labels[name], en: { ...words.labels[name]?.en, ...en } },
    } as Words['labels'],
  })
  const help = (name: string, changed: object): Words => ({
    ...words,
    help: { ...words.help, [name]: { ...words.help[name], ...changed } } as Words['help'],
  })
  test.each<readonly [string, Words, string]>([
    ['a missing label', label('Make', { text: ' ' }), 'Make: no label in en'],
    [
      'a label that is the name',
      label('ActualMass', { text: 'Actual mass', source: 'own wording' }),
      'repeats the name',
    ],
    ['a split name', label('LengthAdjustableMin', { text: 'Length, smallest' }), 'repeats the name'],
    [
      'a name that claims to be the law’s',
      label('LiftAxleIndicator', { text: 'Lift axle', source: 'CoC item 5' }),
      'repeats the name',
    ],
    ['a label without source', label('Make', { source: '' }), 'without certainty or source'],
    ['a long label', label('Make', { text: 'x'.repeat(61) }), 'label in en is too long'],
    ['two alike', label('Width', { text: 'Length' }), 'Width: is called as Length in en'],
    ['an invented item', label('Make', { text: 'Make, item 99.9' }), 'there is no item 99.9'],
    ['long help', help('Make', { de: `${'X'.repeat(200)}.` }), 'help in de is too long'],
    ['help that is no sentence', help('Make', { en: 'the make' }), 'help in en is no sentence'],
    ['an invented item in help', help('Make', { de: 'Siehe Punkt 77.1.' }), 'there is no item 77.1'],
    [
      'help that was not translated',
      help('Make', { en: 'The make.', de: 'The make.' }),
      'the same in both languages',
    ],
    ['missing help', { ...words, help: {} }, 'Make: no help'],
    [
      'an example that the schema refuses',
      { ...words, examples: { ActualMass: '2,5' } },
      'ActualMass: value-decimal-comma',
    ],
  ])('%s', (_, changed, fault) => {
    expect(wordFaults(catalogue, changed)).toContainEqual(expect.stringContaining(fault))
  })

  test.each<readonly [string, object, string]>([
    ['a code without words', { certainty: 'high', source: 's', en: 'Lorry' }, 'no words in de'],
    [
      'a code said twice',
      { certainty: 'high', source: 's', en: 'BA: x', de: 'x' },
      'its words begin with it',
    ],
    ['a guess', { certainty: 'unknown', source: 's', en: 'Lorry' }, 'a guess'],
    ['a code without source', { certainty: 'unknown', source: '' }, 'no source'],
  ])('%s', (_, fact, fault) => {
    const changed = { ...codes, BodyworkCode: { ...codes.BodyworkCode, BA: fact } } as unknown as CodeFacts
    expect(codeFaults(catalogue, changed)).toEqual([expect.stringContaining(`BodyworkCode BA: ${fault}`)])
  })
})
