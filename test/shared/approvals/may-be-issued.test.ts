import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { soonDays } from '../../../shared/approvals/lapse.ts'
import type { Candidate } from '../../../shared/approvals/verdict.ts'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { text } from '../../../shared/messages.ts'
import { addDays, type IsoDate } from '../../../shared/values/iso-date.ts'
import { problemPart } from '../../../shared/words.ts'
import { codesOf, judged, tipper, tipperApproval, verdictOf } from './a-folder.ts'

const series = {
  number: 'e24*NKS18/858*00012',
  kind: 'NSS',
  yearlyLimit: 3,
  extensions: [
    {
      extension: '00',
      issued: '2026-01-01',
      versions: [{ type: 'MC', variant: '*', version: '*' }],
      bases: [{ approval: 'e3*2018/858*00991', extensions: ['*'] }],
    },
  ],
}
const camper: Partial<Candidate> = {
  ...{ approval: 'e24*NKS18/858*00012*00', type: 'MC', variant: 'CAMP', version: '1' },
  ...{ bodywork: ['SA'], options: [] },
}
/** No base: `exactOptionalPropertyTypes` forbids to set it undefined. */
const withoutBase = (({ base: _base, ...rest }: Candidate) => rest)(tipper)

describe('may it be issued', () => {
  it('a vehicle that the folder covers in every part may', () => {
    expect(verdictOf()).toEqual({
      state: 'covered',
      reasons: [],
      lapse: { what: 'base', number: 'e3*2018/858*00991*08', on: '2027-06-30', days: 220 },
    })
  })

  it.each<[string, Partial<Candidate>, Record<string, unknown>]>([
    ['may-issue-approval-unknown', { approval: 'e24*2018/858*00123*00' }, { known: 'e24*2018/858*00990' }],
    ['may-issue-approval-unknown', { approval: 'nonsense' }, { approval: 'nonsense' }],
    [
      'may-issue-extension-unknown',
      { approval: 'e24*2018/858*00990*05' },
      { extension: '05', known: '03, 04' },
    ],
    ['may-issue-version-unknown', { version: '3451' }, { version: 'MB / TIP3 / 3451' }],
    [
      'may-issue-above',
      { figures: { massInRunningOrder: 2701 } },
      { value: '2701 kg', limit: '2700 kg', by: '1 kg' },
    ],
    ['may-issue-below', { figures: { massInRunningOrder: 2399 } }, { value: '2399 kg', limit: '2400 kg' }],
    ['may-issue-above', { figures: { length: 6201 } }, { value: '6201 mm', limit: '6200 mm' }],
    ['may-issue-bodywork', { bodywork: ['BA 03'] }, { bodywork: 'BA 03', listed: 'BA 10' }],
    ['may-issue-option', { options: ['CRANE'] }, { option: 'CRANE', listed: 'TOOLBOX, TOWBAR' }],
    [
      'may-issue-base-unlisted',
      { base: { approval: 'e1*2007/46*1797*17', type: 'A', variant: 'B' } },
      { base: 'e1*2007/46*1797*17', listed: 'e3*2018/858*00991' },
    ],
    [
      'may-issue-base-extension-unlisted',
      { base: { approval: 'e3*2018/858*00991*11', type: 'FT35', variant: 'CHTX' } },
      { extension: '11', listed: '07, 08' },
    ],
    [
      'may-issue-base-variant-unlisted',
      { base: { approval: 'e3*2018/858*00991*08', type: 'FT35', variant: 'VAN' } },
      { variant: 'FT35 / VAN', listed: 'FT35 / CHTX' },
    ],
  ])('%s refuses and names both values', (code, change, args) => {
    const verdict = verdictOf(change)
    expect(verdict.state).toBe('refused')
    expect(verdict.reasons).toMatchObject([{ severity: 'error', problem: { code, args } }])
  })

  it('all reasons are told, not the first alone', () => {
    const verdict = verdictOf({
      figures: { massInRunningOrder: 3000, actualMass: 3100 },
      options: ['CRANE'],
      base: { approval: 'e3*2018/858*00991*11', type: 'FT35', variant: 'CHTX' },
    })
    expect(codesOf(verdict)).toEqual([
      'may-issue-above',
      'may-issue-above',
      'may-issue-option',
      'may-issue-base-extension-unlisted',
    ])
  })

  it('bounds belong to the range, codes and extensions are one in every writing', () => {
    expect(verdictOf({ figures: { massInRunningOrder: 2400 } }).state).toBe('covered')
    expect(verdictOf({ figures: { massInRunningOrder: 2700 } }).state).toBe('covered')
    expect(verdictOf({ approval: 'e24*2018/858*00990*4' }).state).toBe('covered')
    const loose = { ...tipperApproval, extensions: tipperApproval.extensions.slice(1) }
    const extension = loose.extensions[0] as { versions: { bodywork?: string[] }[] }
    const versions = extension.versions.map((one, at) => (at === 0 ? { ...one, bodywork: ['BA-10'] } : one))
    const folder = [{ ...loose, extensions: [{ ...extension, versions }] }]
    expect(verdictOf({}, { folder }).state).toBe('covered')
  })

  it('a base that is for one version alone counts for no other', () => {
    const base = { approval: 'e1*2007/46*1797*17', type: 'A', variant: 'B' }
    expect(verdictOf({ base, variant: 'BOX1', version: '9' }).state).toBe('covered')
    expect(codesOf(verdictOf({ base }))).toEqual(['may-issue-base-unlisted'])
  })

  it('without its base the last word is not spoken; built whole it needs none', () => {
    expect(judged({ ...withoutBase, needsBase: true }).state).toBe('open')
    expect(judged({ ...withoutBase, needsBase: false }).state).toBe('covered')
  })

  it('an extension holds from its day of issue to its last day, and warns before', () => {
    expect(codesOf(verdictOf({}, { today: '2026-03-01' }))).toEqual(['may-issue-not-yet'])
    expect(verdictOf({}, { today: '2026-03-02' }).state).toBe('covered')
    const last = '2027-06-30' as IsoDate
    expect(verdictOf({}, { today: addDays(last, -soonDays - 1) }).state).toBe('covered')
    const soon = verdictOf({}, { today: addDays(last, -soonDays) })
    expect([soon.state, ...codesOf(soon)]).toEqual(['lapses-soon', 'may-issue-base-lapses'])
    expect(verdictOf({}, { today: last }).state).toBe('lapses-soon')
    const after = verdictOf({}, { today: addDays(last, 1) })
    expect([after.state, ...codesOf(after)]).toEqual(['refused', 'may-issue-base-lapsed'])
  })

  it('an end of series ends it as well', () => {
    const [, extension] = tipperApproval.extensions
    const folder = [{ ...tipperApproval, extensions: [{ ...extension, endOfSeries: '2026-10-31' }] }]
    const verdict = verdictOf({}, { folder })
    expect(codesOf(verdict)).toEqual(['may-issue-series-lapsed'])
    expect(verdict.lapse).toMatchObject({ what: 'series', days: -22 })
  })

  it('a small series ends with the year’s last vehicle', () => {
    expect(verdictOf(camper, { folder: [series], signed: 2 })).toMatchObject({
      state: 'covered',
      series: { used: 2, limit: 3, year: 2026 },
    })
    const verdict = verdictOf(camper, { folder: [series], signed: 3 })
    expect(verdict.reasons).toMatchObject([
      { severity: 'error', problem: { code: 'may-issue-series-used-up', args: { used: 3, limit: 3 } } },
    ])
  })

  it('a vehicle of an individual approval has no certificate, by its number or by its VIN', () => {
    expect(verdictOf({ approval: 'e24*IV18/858*00007*A1B2C3' }, { folder: [] }).state).toBe('individual')
    const single = { number: 'e24*NIV18/858*00008*XYZ001', kind: 'NIV', vehicles: [tipper.vin] }
    const verdict = verdictOf({}, { folder: [tipperApproval, single] })
    expect([verdict.state, ...codesOf(verdict)]).toEqual(['individual', 'may-issue-individual'])
  })

  it('a workspace without a folder goes on, and says that nobody looked', () => {
    const verdict = verdictOf({ approval: 'e24*2018/858*00123*00' }, { folder: [] })
    expect(verdict).toMatchObject({ state: 'no-folder', reasons: [{ severity: 'warning' }] })
  })

  it('every reason can be told in both languages', () => {
    const verdicts = [
      verdictOf({ figures: { length: 9000 }, options: ['X'], bodywork: ['BA 03'], version: '3450' }),
      verdictOf({}, { today: '2030-01-01' }),
      verdictOf(camper, { folder: [series], signed: 9 }),
    ]
    for (const { problem } of verdicts.flatMap(({ reasons }) => reasons))
      for (const language of shippedLanguages)
        for (const part of ['heading', 'explanation', 'next'] as const)
          expect(problemPart(problem, part, language), `${problem.code}.${part}`).not.toMatch(
            /\{\{|undefined|^$/,
          )
    expect(text('de', 'may-issue-above.heading')).toBeDefined()
  })

  it('what is refused by a range is covered once the value lies within it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (mass) => {
        const { state } = verdictOf({ figures: { massInRunningOrder: mass } })
        expect(state).toBe(mass >= 2400 && mass <= 2700 ? 'covered' : 'refused')
      }),
    )
  })
})
