import { describe, expect, it } from 'vitest'
import { carryOver } from '../../../electron/completion/carry-over.ts'
import { neverCarried } from '../../../electron/completion/left-out.ts'
import { ownResultFindings } from '../../../electron/completion/own-results.ts'
import facts from '../../../schemas/completion/carry-over.json' with { type: 'json' }
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { describe as describeFinding } from '../../../shared/rules/explain.ts'
import { catalogue, co2Path, message, tipperBase } from './sample-stages.ts'

const { leftOut } = carryOver({
  stages: [tipperBase],
  mode: 'full',
  stage: 'V',
  category: 'N1',
  stated: new Set(),
  catalogue,
  isRelevant: () => 'unknown',
})
const stating = (value: string, stage = 'V') =>
  message({ StageOfCompletion: stage, [co2Path.replace('CocDataGroup/', '')]: value })
const silent = (stage: string) => message({ StageOfCompletion: stage })

describe('the CO2 of a completed vehicle', () => {
  it('is an error as long as only the base states one', () => {
    expect(ownResultFindings(leftOut, silent('V'))).toEqual([
      {
        rule: 'own-results',
        severity: 'error',
        path: co2Path,
        paths: [co2Path],
        code: 'own-result-missing',
        args: { stage: 1, value: '231' },
      },
    ])
  })

  it('is fine with a result of its own, and suspicious with the base’s to the digit', () => {
    expect(ownResultFindings(leftOut, stating('262'))).toEqual([])
    expect(ownResultFindings(leftOut, stating('231.00'))).toMatchObject([
      { severity: 'warning', code: 'own-result-as-earlier', path: co2Path },
    ])
  })

  it('is not asked for where our stage stays incomplete or the base states none', () => {
    expect(ownResultFindings(leftOut, silent('I'))).toEqual([])
    expect(ownResultFindings([], silent('V'))).toEqual([])
  })

  it('names results that are never carried over, in words of both languages', () => {
    for (const path of facts.ownResults.paths) expect(neverCarried(path, 'V', 'N1')?.kind).toBe('co2-energy')
    for (const language of shippedLanguages) {
      for (const own of ['V', 'as earlier']) {
        const tree = own === 'V' ? silent('V') : stating('231')
        const [finding] = ownResultFindings(leftOut, tree)
        expect(finding && describeFinding(finding, language)).toContain('231')
      }
    }
  })
})
