import { describe, expect, it } from 'vitest'
import { type CompletedDraft, completionFindings } from '../../../electron/completion/completion-findings.ts'
import type { Variant } from '../../../electron/completion/variant.ts'
import { languages } from '../../../shared/messages.ts'
import { describe as describeFinding } from '../../../shared/rules/explain.ts'
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
}
const draft = (more: Partial<CompletedDraft>): CompletedDraft => ({
  tree: message({ StageOfCompletion: 'V' }),
  category: 'N1',
  variant,
  stages: [],
  needsBase: true,
  leftOut: [],
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
    for (const language of languages) {
      const words = finding ? describeFinding(finding, language) : ''
      expect(words).toContain('KIPPER')
      expect(words).toContain('N3')
    }
  })
})
