import { describe, expect, it } from 'vitest'
import { parseApproval, parseApprovals } from '../../../shared/approvals/approval.ts'
import { mergeApproval } from '../../../shared/approvals/merge.ts'
import { parseApprovalNumber } from '../../../shared/approvals/number.ts'
import { anApproval, tipperApproval } from './a-folder.ts'

const codeOf = (json: unknown): string => {
  const parsed = parseApproval(json)
  return parsed.ok ? 'ok' : parsed.problem.code
}
const [, extension = {}] = tipperApproval.extensions
const withExtension = (change: object): unknown => ({
  ...tipperApproval,
  extensions: [{ ...extension, ...change }],
})
const version = { type: 'MB', variant: 'TIP3', version: '3450' }

describe('an approval of the folder', () => {
  it('is kept under one writing, its extensions in order', () => {
    const turned = { ...tipperApproval, extensions: tipperApproval.extensions.toReversed() }
    expect(JSON.stringify(anApproval(turned))).toBe(JSON.stringify(anApproval(tipperApproval)))
  })

  it.each<[string, unknown]>([
    ['approval-unreadable', { number: 'e24*2018/858*00990' }],
    ['approval-unreadable', { ...tipperApproval, surprise: 1 }],
    ['approval-unreadable', withExtension({ issued: '2026-02-30' })],
    ['approval-unreadable', withExtension({ versions: [{ ...version, ranges: { weight: { max: 1 } } }] })],
    ['approval-unreadable', withExtension({ versions: [{ ...version, ranges: { length: { max: -1 } } }] })],
    ['approval-number-unreadable', { ...tipperApproval, number: '00990' }],
    ['approval-number-with-extension', { ...tipperApproval, number: 'e24*2018/858*00990*04' }],
    ['approval-kind-act', { ...tipperApproval, kind: 'ESS', yearlyLimit: 5 }],
    ['approval-limit-missing', { ...tipperApproval, number: 'e24*KS18/858*00001', kind: 'ESS' }],
    ['approval-limit-needless', { ...tipperApproval, yearlyLimit: 5 }],
    ['approval-individual-extended', { ...tipperApproval, number: 'e24*IV18/858*00007*A1B2C3', kind: 'IV' }],
    ['approval-names-vehicles', { ...tipperApproval, vehicles: ['ZZZFT35CHTX000101'] }],
    ['approval-without-extension', { ...tipperApproval, extensions: [] }],
    ['approval-extension-twice', { ...tipperApproval, extensions: [extension, extension] }],
    ['approval-extension-open', withExtension({ extension: '*' })],
    ['approval-dates-turned', withExtension({ validUntil: '2026-03-01' })],
    ['approval-version-twice', withExtension({ versions: [version, version], bases: [] })],
    [
      'approval-range-turned',
      withExtension({ versions: [{ ...version, ranges: { length: { min: 2, max: 1 } } }], bases: [] }),
    ],
    ['approval-base-unreadable', withExtension({ bases: [{ approval: 'Fortuna', extensions: ['01'] }] })],
    [
      'approval-base-for-stranger',
      withExtension({
        bases: [{ approval: 'e3*2018/858*1', extensions: ['01'], for: [{ ...version, version: '9' }] }],
      }),
    ],
  ])('%s: what contradicts itself is refused', (code, json) => {
    expect(codeOf(json)).toBe(code)
  })

  it('a file holds one, a list, or an object of them; one bad one lets in none', () => {
    for (const json of [tipperApproval, [tipperApproval], { approvals: [tipperApproval] }])
      expect(parseApprovals(json)).toMatchObject({ ok: true, value: [{ number: 'e24*2018/858*00990' }] })
    const bad = parseApprovals([tipperApproval, { number: 'e24*2018/858*00991', kind: 'EU' }])
    expect(bad).toMatchObject({ ok: false, problem: { args: { approval: 'e24*2018/858*00991' } } })
    for (const json of [[], 'x', null, 7]) expect(parseApprovals(json).ok).toBe(false)
    expect(parseApprovals([tipperApproval, tipperApproval])).toMatchObject({
      problem: { code: 'approval-twice' },
    })
  })

  it('a file adds and replaces whole extensions; what it does not name stays', () => {
    const known = anApproval(tipperApproval)
    const next = anApproval(withExtension({ extension: '05', issued: '2026-09-01' }))
    const merged = mergeApproval(known, next)
    expect(merged.ok && merged.value.extensions.map((one) => one.extension)).toEqual(['03', '04', '05'])
    const replaced = mergeApproval(known, anApproval(withExtension({ validUntil: '2030-01-01' })))
    expect(replaced.ok && replaced.value.extensions[1]?.validUntil).toBe('2030-01-01')
    expect(replaced.ok && replaced.value.extensions).toHaveLength(2)
  })

  it('numbers of every act are taken apart, an individual one stays whole', () => {
    expect(parseApprovalNumber('e3*2018/858*00991*8')).toEqual({
      number: 'e3*2018/858*00991',
      extension: '08',
    })
    expect(parseApprovalNumber('e1*2007/46*1797*17')).toEqual({ number: 'e1*2007/46*1797', extension: '17' })
    expect(parseApprovalNumber('e3*2018/858*00991')).toEqual({ number: 'e3*2018/858*00991', extension: '' })
    expect(parseApprovalNumber('e24*IV18/858*00007*A1B2C3')?.extension).toBe('')
    for (const text of ['', 'e3', 'e3*2018/858', 'E*1*2*3', 'e3*2018/858*00991*A1'])
      expect(parseApprovalNumber(text)).toBeUndefined()
  })
})
