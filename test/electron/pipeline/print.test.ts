import { expect, test } from 'vitest'
import { lacksTool } from '../../needs.ts'
import { textOf } from '../print/read-pdf.ts'
import { aFleet, aKey, idOf, keyPassword, type TestWorkspace } from './a-workspace.ts'
import { anAuthority } from './an-authority.ts'

const unknownExtension = 'YYHMK12B5T2000333'

async function sign(fleet: TestWorkspace, id: number): Promise<void> {
  await fleet.ask('vehicle/check', { ids: [id] })
  await fleet.ask('sign/run', { ids: [id], key: await aKey(fleet.dir), pin: keyPassword })
}

const read = ({ base64 }: { readonly base64: string }): string => textOf(Buffer.from(base64, 'base64'))

test.skipIf(lacksTool('pdftotext'))(
  'a draft becomes a certificate by its signature, may then have a duplicate, and is replaced by its correction',
  async () => {
    const fleet = await aFleet()
    const id = await idOf(fleet, unknownExtension)
    const ask = { id, language: 'en', duplicate: false }
    const draft = await fleet.ask('print/certificate', ask)
    expect(draft.standing).toBe('draft')
    expect(read(draft)).toContain('DRAFT – NOT A CERTIFICATE')
    expect(await fleet.ask('print/certificate', ask)).toMatchObject({ sha256: draft.sha256 })
    const early = await fleet.call('print/certificate', { ...ask, duplicate: true })
    expect(early).toMatchObject({ ok: false, problem: { code: 'print-duplicate-of-draft' } })

    await sign(fleet, id)
    const signed = await fleet.ask('print/certificate', ask)
    expect(signed.standing).toBe('certificate')
    const text = read(signed)
    expect(text).toContain('signed electronically by Seal')
    expect(text).toContain('Attached: the certificates of conformity of the earlier')
    expect(text).toMatch(/stage 1: approval e\d+\*2018\/858\*\d+\*\d+ · electronic/)
    expect(text).not.toContain('NOT A CERTIFICATE')
    const duplicate = await fleet.ask('print/certificate', { ...ask, duplicate: true })
    expect(duplicate.name).toBe(`${unknownExtension}-coc-v1-en-duplicate.pdf`)
    expect(read(duplicate)).toContain('DUPLICATE')

    await anAuthority(fleet)
    await fleet.ask('outbox/queue', { ids: [id], nap: 'demo' })
    await fleet.ask('outbox/send', { ids: [id] })
    await fleet.ask('vehicle/correct', { id, reason: 'right extension' })
    expect(await fleet.ask('print/certificate', { ...ask, version: 1 })).toMatchObject({
      standing: 'certificate',
    })
    await sign(fleet, id)
    const first = await fleet.ask('print/certificate', { ...ask, version: 1 })
    expect(first.standing).toBe('replaced')
    expect(read(first)).toContain('REPLACED BY A LATER VERSION')
    expect(await fleet.ask('print/certificate', ask)).toMatchObject({ standing: 'certificate' })

    const told = (await fleet.ask('audit/list', { vin: unknownExtension })).map(({ action }) => action)
    expect(told).toContain('certificate-printed')
    expect(told).toContain('duplicate-printed')
  },
)

test('what cannot be printed is refused by name', async () => {
  const fleet = await aFleet()
  const id = await idOf(fleet, unknownExtension)
  const ask = { id, language: 'en', duplicate: false }
  const code = async (input: Partial<typeof ask> & { readonly version?: number }): Promise<string> => {
    const answer = await fleet.call('print/certificate', { ...ask, ...input })
    return answer.ok ? '' : answer.problem.code
  }
  expect(await code({ version: 7 })).toBe('print-version-unknown')
  expect(await code({ language: 'xx' })).toBe('print-language-unknown')
  expect(await code({ id: 4711 })).toBe('vehicle-unknown')
  const plate = await fleet.call('print/plate', { id: 4711, language: 'en' })
  expect(plate).toMatchObject({ ok: false, problem: { code: 'vehicle-unknown' } })
})
