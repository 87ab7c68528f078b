import { describe, expect, it } from 'vitest'
import {
  type BaseFile,
  baseState,
  chainDoubts,
  identifyBase,
  judgeBase,
} from '../../../electron/completion/base-check.ts'
import { baseFindings } from '../../../electron/completion/base-findings.ts'
import { describe as describeFinding } from '../../../shared/rules/explain.ts'
import { craneStages, message, tipperBase } from './sample-stages.ts'

const vin = 'ZZZFT35CHTX000101'
const file = (more: Partial<BaseFile> = {}): BaseFile => ({
  stageNumber: 1,
  stageOfCompletion: 'I',
  version: 1,
  sha256: 'a',
  schemaValid: true,
  signature: { present: true, valid: true },
  tree: tipperBase.tree,
  ...more,
})
const judged = (more: Partial<BaseFile> = {}, others: readonly BaseFile[] = [], needsBase = true) => {
  const { refusals, doubts } = judgeBase(file(more), { vin, needsBase }, others)
  return { refused: refusals.map(({ code }) => code), doubted: doubts.map(({ code }) => code) }
}

describe('the file of an earlier stage', () => {
  it('says which vehicle, stage and maker it speaks of', () => {
    expect(identifyBase(tipperBase.tree)).toEqual({
      vin,
      stageNumber: 1,
      stageOfCompletion: 'I',
      version: 1,
      manufacturer: 'FORTUNA',
      name: 'FORTUNA FT35',
      approval: 'e3*2018/858*00991*08',
    })
    expect(identifyBase(message({}))).toMatchObject({ vin: '', stageNumber: 1, manufacturer: '', name: '' })
  })

  it('is taken without a doubt where it is valid, signed, of the vehicle, and incomplete or complete', () => {
    expect(judged()).toEqual({ refused: [], doubted: [] })
    expect(judged({ stageOfCompletion: 'C' })).toEqual({ refused: [], doubted: [] })
  })

  it('is refused for another VIN, and for a vehicle built whole', () => {
    expect(judgeBase(file(), { vin: 'ZZZFT35CHTX000999', needsBase: true }, []).refusals).toEqual([
      expect.objectContaining({
        code: 'base-of-another-vin',
        args: { expected: 'ZZZFT35CHTX000999', found: vin },
      }),
    ])
    expect(judged({}, [], false).refused).toEqual(['base-not-needed'])
    expect(judged({ stageOfCompletion: '' }).refused).toEqual(['base-stage-unknown'])
  })

  it('is doubted without schema or signature, and where the vehicle was completed before', () => {
    expect(judged({ schemaValid: false }).doubted).toEqual(['base-schema-invalid'])
    expect(judged({ signature: { present: false, valid: false } }).doubted).toEqual(['base-not-signed'])
    expect(judged({ signature: { present: true, valid: false } }).doubted).toEqual(['base-signature-invalid'])
    expect(judged({ stageOfCompletion: 'V' }).doubted).toEqual(['base-completed-already'])
  })

  it('gives way to a newer version of its stage and is doubted beside another of the same version', () => {
    expect(judged({}, [file({ version: 2, sha256: 'b' })]).refused).toEqual(['base-superseded'])
    expect(judged({ version: 2 }, [file({ sha256: 'b' })])).toEqual({ refused: [], doubted: [] })
    expect(judged({}, [file({ sha256: 'b' })]).doubted).toEqual(['base-version-twice'])
    expect(judged({}, [file()])).toEqual({ refused: [], doubted: [] })
  })
})

describe('the earlier stages of a vehicle together', () => {
  const files = craneStages.map((one) => file({ ...one }))

  it('are linked, doubtful, missing or not needed', () => {
    expect(baseState([file()], true, vin)).toBe('linked')
    expect(baseState([file({ signature: { present: false, valid: false } })], true, vin)).toBe('doubtful')
    expect(baseState([], true, vin)).toBe('missing')
    expect(baseState([], false, vin)).toBe('none')
  })

  it('are doubted where one is missing in between or two share an identity', () => {
    expect(chainDoubts(files, vin)).toEqual([])
    expect(chainDoubts(files.slice(1), vin)).toEqual([
      expect.objectContaining({ code: 'base-stage-missing', args: { stage: 1, last: 2 } }),
    ])
    const [first] = files
    expect(chainDoubts([...files.slice(0, 1), file({ ...first, stageNumber: 2 })], vin)).toEqual([
      expect.objectContaining({ code: 'base-same-identity', args: { first: 1, second: 2 } }),
    ])
  })
})

describe('doubts about earlier stages', () => {
  const unsigned = file({ signature: { present: false, valid: false } })

  it('are warnings on the vehicle, in words of both languages', () => {
    const [finding] = baseFindings([unsigned], { vin, needsBase: true })
    expect(finding).toMatchObject({
      rule: 'base',
      severity: 'warning',
      args: { problem: 'base-not-signed', stage: 1 },
    })
    expect(finding && describeFinding(finding, 'en')).toContain('carries no signature')
    expect(finding && describeFinding(finding, 'de')).toContain('trägt keine Signatur')
  })

  it('do not concern a vehicle built whole', () => {
    expect(baseFindings([unsigned], { vin, needsBase: false })).toEqual([])
    expect(baseFindings([file()], { vin, needsBase: true })).toEqual([])
  })
})
