import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readIviXml } from '../../../electron/ivi-xml/read-ivi-xml.ts'
import { runRules } from '../../../shared/rules/run-rules.ts'
import { lacksShared, sharedFolder } from '../../needs.ts'
import { alone, catalogue } from './a-message.ts'

const folder = join(sharedFolder, 'ivi')
const examples = lacksShared ? [] : readdirSync(folder).filter((file) => file.endsWith('.xml'))

describe.skipIf(lacksShared)('the official examples (in ../shared/ivi)', () => {
  it('are there', () => {
    expect(examples.length).toBeGreaterThanOrEqual(2)
  })

  it.each(examples)('%s gives no error, as a message and as a draft', (example) => {
    const read = readIviXml(readFileSync(join(folder, example)), catalogue)
    if (!read.ok) return expect.fail(read.problem.code)
    for (const phase of ['message', 'draft'] as const) {
      const errors = runRules(alone(read.value.tree, { phase })).filter(
        ({ severity }) => severity === 'error',
      )
      expect(errors).toEqual([])
    }
  })
})
