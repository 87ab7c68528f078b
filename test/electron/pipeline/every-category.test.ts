import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { lacksMessage, messages, ofTheVersion } from '../../every-category/messages.ts'
import type { Leaves } from '../../five-vehicles/message.ts'
import { lacksTool } from '../../needs.ts'
import { official } from '../ivi-xml/official.ts'
import { xmllintVerdicts } from '../ivi-xml/xmllint.ts'
import { aFolder, aKey, keyPassword, openTestWorkspace } from './a-workspace.ts'

/** What a certificate says beyond what somebody typed. */
const computed = [
  ...ofTheVersion,
  'Header/DesignatedTypeApprovalCountry',
  'Header/IviVersionNumber',
  'Header/IviVersionNumberXsd',
]

const ofPeople = (leaves: Leaves) =>
  Object.fromEntries([...leaves].filter(([path]) => !computed.includes(path)))

async function aDesk() {
  const desk = await openTestWorkspace(aFolder())
  const { ask } = desk
  await ask('workspace/set-up', { company: {}, country: 'A', person: 'Margit Quellmair' })
  return {
    ...desk,
    async enter(category: string, typed: Leaves) {
      const vin = typed.get('CocDataGroup/VehicleIdentificationNumber') ?? ''
      const { row } = await ask('vehicle/add', { vin, category })
      const values = [...typed].map(([path, value]) => ({ path, value }))
      return ask('vehicle/set-values', {
        id: row.id,
        values: values.filter(({ path }) => !ofTheVersion.includes(path)),
      })
    },
  }
}

describe('a whole message typed into an empty form', () => {
  for (const message of messages) {
    it.skipIf(lacksMessage(message))(
      `${message.category}: what was typed is what the certificate says, and nothing else`,
      async () => {
        const { enter } = await aDesk()
        const typed = message.values()
        const detail = await enter(message.category, typed)
        expect(ofPeople(leavesOf(detail.tree))).toEqual(ofPeople(typed))
        expect(detail.findings.filter(({ severity }) => severity === 'error')).toEqual([])
      },
    )
  }

  it.skipIf(official.missing || lacksTool('xmllint'))(
    'is signed without a body, and is as the official schema wants it (skipped: needs ../shared and xmllint)',
    async () => {
      const { ask, enter, dir } = await aDesk()
      const ids: number[] = []
      for (const { category, values } of messages) ids.push((await enter(category, values())).row.id)
      const checked = await ask('vehicle/check', { ids })
      expect(checked.map(({ status }) => status)).toEqual(messages.map(() => 'checked'))
      const signed = await ask('sign/run', { ids, key: await aKey(dir), pin: keyPassword })
      expect(signed.map(({ status }) => status)).toEqual(messages.map(() => 'signed'))
      const folder = join(dir, 'signed')
      const documents = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.xml'))
        .map((name) => readFileSync(join(folder, name)))
      expect(xmllintVerdicts(official.xsdPath, documents)).toEqual(messages.map(() => true))
    },
  )

  it('still asks for a body where our stage stands over others', async () => {
    const { ask, enter } = await aDesk()
    const semiTrailer = messages[2]
    const typed = new Map(semiTrailer.values()).set('CocDataGroup/StageOfCompletion', 'V')
    const { row } = await enter(semiTrailer.category, typed)
    const [item] = await ask('vehicle/check', { ids: [row.id] })
    expect(item?.problem?.code).toBe('variant-missing')
  })
})
