import fc from 'fast-check'
import { expect, test } from 'vitest'
import { complete } from '../../../electron/completion/complete.ts'
import { fitStage } from '../../../electron/completion/fit-release.ts'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { checkTree } from '../../../electron/ivi-xml/check-tree.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { composeDraft } from '../../../shared/record/compose-draft.ts'
import type { LeftOut } from '../../../shared/record/views.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { reshapedCatalogue } from '../../arbitraries/changed-catalogue.ts'
import { aCompletedLorry, alone, today } from '../../shared/rules/a-message.ts'
import { craneStages, layerOf } from './sample-stages.ts'

const release = reshapedCatalogue.map((catalogue) => ({ ...catalogue, release: '2.9' }))

test('a message of another release falls apart into what has a place and what is listed, nothing else', () => {
  fc.assert(
    fc.property(release, (catalogue) => {
      const tree = aCompletedLorry()
      const lost: LeftOut[] = []
      const fitted = fitStage({ stageNumber: 1, tree }, catalogue, lost)
      expect(checkTree(fitted.tree, catalogue)).toMatchObject({ ok: true })
      const apart = [...leavesOf(fitted.tree), ...lost.map(({ path, value }) => [path, value] as const)]
      expect(new Map(apart)).toEqual(leavesOf(tree))
    }),
    { numRuns: 40 },
  )
})

test('a draft of any release is completed over bases of another one, judged and written', () => {
  fc.assert(
    fc.property(release, (catalogue) => {
      const lost: LeftOut[] = []
      const stages = craneStages.map((stage) => fitStage(stage, catalogue, lost))
      const { layers } = complete({
        said: { typed: layerOf(Object.fromEntries(leavesOf(aCompletedLorry()))) },
        stages,
        company: { ManufacturerName: 'Works', SignerName: 'Ada Lindt' },
        identity: {
          vin: 'ZZBFC35A0T1000101',
          reference: '0f5a2c8e-7b1d-4e3a-9c6f-2d8b4a1e7c90',
          version: 1,
          at: '2026-11-22T10:00:00.000+00:00',
          signatureDate: today,
        },
        catalogue,
        isRelevant: () => 'unknown',
      })
      const { tree } = composeDraft(layers, catalogue)
      expect(() => runRules({ ...alone(tree), catalogue })).not.toThrow()
      expect(buildIviXml(tree, catalogue).length).toBeGreaterThan(500)
    }),
    { numRuns: 25 },
  )
})
