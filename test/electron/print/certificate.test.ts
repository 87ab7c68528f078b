import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { certificateBlocks } from '../../../electron/print/certificate.ts'
import { printCertificate } from '../../../electron/print/print-certificate.ts'
import type { Block } from '../../../electron/print/text.ts'
import words from '../../../schemas/print/words.json' with { type: 'json' }
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { schemaPath } from '../../../shared/ivi/path.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { catalogue, certificate, completed, message } from './a-certificate.ts'

const said = (blocks: readonly Block[]): string => JSON.stringify(blocks.map(textsOf))
const textsOf = (block: Block): unknown =>
  block.kind === 'paragraph' ? block.text.map(({ text }) => text).join('') : block

const entry = (blocks: readonly Block[], item: string) =>
  blocks.find((block) => block.kind === 'entry' && block.item === item)
const shown = (blocks: readonly Block[], item: string): string => {
  const found = entry(blocks, item)
  return found?.kind === 'entry'
    ? found.value.map((runs) => runs.map(({ text }) => text).join('')).join(' | ')
    : ''
}
const blocksOf = (values: Readonly<Record<string, string>>, changes = {}) =>
  certificateBlocks(certificate(message(values), changes))
const of = (changes: Readonly<Record<string, string>>) => blocksOf({ ...completed, ...changes })

describe('the template follows the stage of completion', () => {
  it('model B for a completed vehicle: what was done, the type, where it may be registered', () => {
    const text = said(of({}))
    expect(text).toContain('Model B – completed vehicles')
    expect(text).toContain(
      'has been completed as follows: TIPPER BODY conforms in all respects to the type described in approval e24*2018/858*00990*04 granted on 2026-03-02 and can be permanently registered in Member States having right-hand traffic and using metric units for the speedometer.',
    )
    expect(text).toContain('Attached: the certificates of conformity of the earlier stages')
    expect(text).toContain('stage 1: approval e3*2018/858*00991*08')
  })

  it('the earlier certificates that the workspace knows are named with their references', () => {
    const earlier = [{ stage: 1, approval: 'e3*2018/858*00991*08', reference: 'aaaa-1' }]
    expect(said(blocksOf(completed, { earlier }))).toContain('electronic certificate aaaa-1')
  })

  it('model A for a complete vehicle, model C for an incomplete one, which may not be registered yet', () => {
    expect(said(of({ StageOfCompletion: 'C' }))).toContain('Model A – complete vehicles')
    const incomplete = said(of({ StageOfCompletion: 'I' }))
    expect(incomplete).toContain('Model C – incomplete vehicles')
    expect(incomplete).toContain('and cannot be permanently registered without further approvals.')
    expect(incomplete).toContain('Vehicle category N1 – incomplete vehicles')
  })

  it('small series say so, with year and number', () => {
    const text = said(
      of({
        TypeApprovalType: 'ESS',
        ProductionYearSmallSeries: '2026',
        ProductionSequentialNumberSmallSeries: '12',
      }),
    )
    expect(text).toContain('For complete/completed vehicles type-approved in small series')
    expect(text).toContain('2026 / 12')
    const national = said(of({ TypeApprovalType: 'NSS' }))
    expect(national).not.toContain('EU CERTIFICATE')
    expect(national).toContain('can be registered where this approval is valid')
  })

  it('what the message does not state is left to be written, not guessed', () => {
    const { RightLeftHandTraffic: _traffic, TypeApprovalIssueDate: _day, ...rest } = completed
    const text = said(blocksOf(rest))
    expect(text).toContain('granted on …')
    expect(text).toContain('having … traffic'.replace('…', '……………………'))
  })
})

describe('items', () => {
  it('a value per axle is told by the axle’s own number', () => {
    expect(shown(of({}), '16.2.')).toBe('axle 1: 1900 kg | axle 2: 2500 kg')
  })

  it('towable masses stand under the kind of trailer that they are stated for', () => {
    const towing = 'TowingBrakedTypeTrailTable/TowingBrakedTypeTrailGroup'
    const row = 'BodyworkTypeTable/BodyworkTypeGroup'
    const blocks = of({
      [`${towing}[1]/BrakedTypeTrail`]: 'BRK',
      [`${towing}[1]/${row}[1]/BodyworkTypeTrailer`]: 'DB',
      [`${towing}[1]/${row}[1]/TechnicallyPermissibleMaximumTowableMass`]: '3000',
      [`${towing}[1]/${row}[2]/BodyworkTypeTrailer`]: 'DC',
      [`${towing}[1]/${row}[2]/TechnicallyPermissibleMaximumTowableMass`]: '3500',
      [`${towing}[2]/BrakedTypeTrail`]: 'UNB',
      [`${towing}[2]/${row}[1]/TechnicallyPermissibleMaximumTowableMass`]: '750',
    })
    expect(shown(blocks, '18.1.')).toBe('3000 kg (DB, BRK – Braked)')
    expect(shown(blocks, '18.3.')).toBe('3500 kg (DC, BRK – Braked)')
    expect(shown(blocks, '18.4.')).toBe('750 kg (UNB)')
    expect(said(blocks)).not.toContain('Further data')
  })

  it('a heading stands only above what it heads', () => {
    expect(entry(of({}), '16.')).toBeDefined()
    expect(entry(of({}), '18.')).toBeUndefined()
  })

  it('a range is one value', () => {
    const blocks = of({
      'DimensionGroup/LengthAdjustableMin': '6200',
      'DimensionGroup/LengthAdjustableMax': '6500',
    })
    expect(shown(blocks, '5.')).toBe('6200 – 6500 mm')
  })

  it('other acts’ vehicles go by sections, without numbers, and the page says why', () => {
    const blocks = of({ VehicleCategory: 'T1a', MaximumSpeed: '40' })
    expect(blocks.filter((block) => block.kind === 'entry' && block.item !== '')).toEqual([])
    expect(said(blocks)).toContain('(EU) No 167/2013')
    expect(said(blocks)).toContain('is not known to this program')
  })

  it('German has its comma, its dates and its words; French says what it knows in English alone', () => {
    const german = said(
      blocksOf(
        { ...completed, 'WltpEmissionTestParametersGroup/WltpFrontalArea': '3.95' },
        { language: 'de' },
      ),
    )
    expect(german).toContain('3,95')
    expect(german).toContain('02.03.2026')
    const french = said(
      blocksOf({ ...completed, 'ColourTable/ColourGroup[1]/Colour': '5' }, { language: 'fr' }),
    )
    expect(french).toContain('Modèle B')
    expect(french).toContain('"lang":"en"')
    expect(french).toContain('connu en anglais seulement')
    const remark = {
      'RemarkTable/RemarkGroup[1]/RemarkSubjectDescription': 'RMRKS',
      'RemarkTable/RemarkGroup[1]/RemarkSubjectLanguage': 'en',
      'RemarkTable/RemarkGroup[1]/Remark': 'WITH SPARE WHEEL',
    }
    const remarked = said(blocksOf({ ...completed, ...remark }, { language: 'de' }))
    expect(remarked).toContain('{"text":"WITH SPARE WHEEL","lang":"en"}')
    expect(remarked).not.toContain('nur auf Englisch bekannt')
  })
})

describe('whatever a message says', () => {
  it('nothing of it is forgotten', () => {
    const statement =
      /\/(StageOfCompletion|TypeApprovalType|CompletedAltered|RightLeftHandTraffic|MetricImperial\w+)$/
    fc.assert(
      fc.property(iviMessage(catalogue, { oneOf: 6 }), (tree) => {
        const text = said(certificateBlocks(certificate(tree)))
        for (const [path, value] of leavesOf(tree)) {
          const type = fieldIndex(catalogue).get(schemaPath(path))?.type
          // The first row of a table need not say that it is the first.
          if (type?.codes || statement.test(path) || value === '' || value === '1') continue
          expect(text).toContain(JSON.stringify(value).slice(1, -1))
        }
      }),
      { numRuns: 60 },
    )
  })

  it('it can be printed', () => {
    fc.assert(
      fc.property(iviMessage(catalogue, { oneOf: 8 }), (tree) => {
        expect(printCertificate(certificate(tree)).pages).toBeGreaterThan(0)
      }),
      { numRuns: 12 },
    )
  })
})

describe('the words for paper', () => {
  const { languages, facts } = words
  const keys = Object.keys(facts)

  it('are whole in each language, with source and certainty', () => {
    for (const [language, { texts }] of Object.entries(languages))
      expect([language, Object.keys(texts)]).toEqual([language, keys])
    for (const { certainty, source } of Object.values(facts)) {
      expect(['high', 'medium', 'low']).toContain(certainty)
      expect(source).not.toBe('')
    }
  })

  it('leave the same places open in each language', () => {
    const open = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place).sort()
    const english: Readonly<Record<string, string>> = languages.en.texts
    for (const { texts } of Object.values(languages))
      for (const [key, text] of Object.entries(texts))
        expect([key, open(text)]).toEqual([key, open(english[key] ?? '')])
  })
})
