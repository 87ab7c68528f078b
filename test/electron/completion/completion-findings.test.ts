import { describe, expect, it } from 'vitest'
import { type CompletedDraft, completionFindings } from '../../../electron/completion/completion-findings.ts'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { describe as describeFinding } from '../../../shared/rules/explain.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import { message } from './sample-stages.ts'

const variant: Variant = {
  id: 'KIPPER',
  version: 1,
  name: 'Tipper',
  categories: ['N1'],
  stage: 'V',
  carry: 'full',
  replaces: [],
  set: {},
  byCategory: {},
  options: [],
}
const draft = (more: Partial<CompletedDraft>): CompletedDraft => ({
  catalogue: { release: '2.0' },
  tree: message({ StageOfCompletion: 'V' }),
  category: 'N1',
  variant,
  options: [],
  today: '2026-11-22',
  stages: [],
  needsBase: true,
  leftOut: [],
  layers: {},
  ...more,
})

describe('what completion has against a draft', () => {
  it('is nothing for a body of the vehicle’s category, or as long as the category is unknown', () => {
    expect(completionFindings(draft({}))).toEqual([])
    expect(completionFindings(draft({ category: '' }))).toEqual([])
    expect(completionFindings(draft({ variant: undefined, category: 'N3' }))).toEqual([])
  })

  it('is an error for a body of another category, wherever the choice came from', () => {
    const [finding] = completionFindings(draft({ category: 'N3' }))
    expect(finding).toMatchObject({ severity: 'error', path: 'CocDataGroup/VehicleCategory' })
    for (const language of shippedLanguages) {
      const words = finding ? describeFinding(finding, language) : ''
      expect(words).toContain('KIPPER')
      expect(words).toContain('N3')
    }
  })

  it('is an error for a whole vehicle’s body on a base', () => {
    const tree = message({ StageOfCompletion: 'I' })
    const signature = { present: false, valid: false }
    const base = { stageNumber: 1, stageOfCompletion: 'I', version: 1, sha256: '', schemaValid: true }
    const stages = [{ ...base, signature, tree }]
    const whole = { ...variant, stage: 'C' as const }
    expect(completionFindings(draft({ variant: whole }))).toEqual([])
    const [finding] = completionFindings(draft({ variant: whole, stages, needsBase: false }))
    expect(finding).toMatchObject({ severity: 'error', code: 'variant-unfit' })
  })

  it('is an error for a value that gives the certificate another identity than its record', () => {
    const path = 'CocDataGroup/VehicleIdentificationNumber'
    const layers = (value: string) =>
      ({ computed: { [path]: { value, source: { kind: 'computed', by: 'record' } } } }) as const
    const tree = message({ VehicleIdentificationNumber: 'ZZBFC35A0T1000101' })
    expect(completionFindings(draft({ tree, layers: layers('ZZBFC35A0T1000101') }))).toEqual([])
    const [finding] = completionFindings(draft({ tree, layers: layers('ZZBFC35A0T1000102') }))
    expect(finding).toMatchObject({ severity: 'error', path })
    for (const language of shippedLanguages)
      expect(finding && describeFinding(finding, language)).toContain('ZZBFC35A0T1000102')
  })
})
