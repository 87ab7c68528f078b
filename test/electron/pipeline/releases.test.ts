import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoProfileId } from '../../../build/demo/data/definitions.ts'
import { readAnyRelease } from '../../../electron/ivi-xml/find-release.ts'
import { writeSignatureSchema } from '../../../electron/ivi-xml/write-signature-schema.ts'
import { valueAt } from '../../../shared/ivi/message.ts'
import { lacksTool } from '../../needs.ts'
import { changed, release21, renumbered, schemaText } from '../ivi-xml/changed-schema.ts'
import { xmllintVerdicts } from '../ivi-xml/xmllint.ts'
import { aCompany, aFleet, aFolder, aKey, idOf, keyPassword, type TestWorkspace } from './a-workspace.ts'
import { anAuthority } from './an-authority.ts'

const tipper = 'ZZBFC35A0T1000101'
const other = 'YYHMK12B5T2000333'

/** A schema as a person has it: a file, its signature schema beside it. */
function aSchema(text: string, name = 'new.xsd'): { path: string } {
  const folder = aFolder()
  writeFileSync(join(folder, 'xmldsig-core-schema.xsd'), writeSignatureSchema())
  const path = join(folder, name)
  writeFileSync(path, text)
  return { path }
}

const refusalOf = async (works: TestWorkspace, text: string, more: object = {}) => {
  const answer = await works.call('release/add', { file: aSchema(text), ...more })
  return answer.ok ? answer.value.outcome : answer.problem
}

async function signed(works: TestWorkspace, id: number): Promise<string> {
  const checked = await works.ask('vehicle/check', { ids: [id] })
  expect(checked).toMatchObject([{ ok: true }])
  await works.ask('sign/run', { ids: [id], key: await aKey(works.dir), pin: keyPassword })
  const { reference } = await works.ask('vehicle/get', { id })
  const folder = join(works.dir, 'signed')
  const texts = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'))
  return texts.find((text) => text.includes(reference)) ?? ''
}

describe('a release is added from its schema', () => {
  test('it stands beside the known one, which stays in use until a person says otherwise', async () => {
    const works = await aCompany()
    const added = await works.ask('release/add', { file: aSchema(release21()) })
    expect(added).toMatchObject({ outcome: 'added', release: '2.1' })
    expect(await works.ask('release/list', {})).toMatchObject([
      { release: '2.0', inUse: true, fields: 545 },
      {
        release: '2.1',
        inUse: false,
        fields: 547,
        given: { file: 'new.xsd', person: 'Ada Lindt', edition: 1 },
      },
    ])
    await works.ask('release/use', { release: '2.1' })
    expect(works.workspace.releases.inUse.release).toBe('2.1')
    const actions = (await works.ask('audit/list', {})).map(({ action }) => action)
    expect(actions).toEqual(expect.arrayContaining(['release-added', 'release-used']))
  })

  test('what it touches is named: profile, bodies, rules, form and drafts', async () => {
    const works = await aFleet()
    const { touched } = await works.ask('release/add', { file: aSchema(release21()), dry: true })
    const at = (definitions: typeof touched.profiles) =>
      definitions.map(({ id, places }) => [id, [...new Set(places.map(({ kind }) => kind))]])
    expect(at(touched.profiles)).toEqual([[demoProfileId, ['codes']]])
    expect(Object.fromEntries(at(touched.variants))).toMatchObject({ KOFFER: ['removed', 'moved'] })
    expect(touched.rules.map(({ id }) => id)).toEqual(expect.arrayContaining(['71', '77']))
    expect(touched.layout.gone).toEqual([
      { path: 'CocDataGroup/RightLeftHandTraffic', section: expect.any(String) },
      { path: 'CocDataGroup/MetricImperialOdometer', section: expect.any(String) },
    ])
    expect(touched.layout.placed.map(({ path }) => path.split('/').at(-1))).toEqual([
      'RecyclingShare',
      'BatteryPassNumber',
      'BatteryPassIdentifier',
      'MetricImperialOdometer',
    ])
    expect(touched.drafts.judged).toBe(touched.drafts.open)
    const draft = touched.drafts.touched.find(({ vin }) => vin === tipper)
    expect(draft?.places).toContainEqual(
      expect.objectContaining({ path: 'CocDataGroup/RightLeftHandTraffic', kind: 'removed' }),
    )
    expect(await works.ask('release/list', {})).toHaveLength(1)
  })

  test('the same schema again changes nothing; another content of its number needs a reason', async () => {
    const works = await aCompany()
    await works.ask('release/add', { file: aSchema(release21()) })
    expect(await refusalOf(works, release21())).toBe('known')
    const corrected = changed(release21(), { from: 'maxLength value="18"', to: 'maxLength value="20"' })
    expect(await refusalOf(works, corrected)).toMatchObject({
      code: 'schema-release-differs',
      args: { release: '2.1', count: 1, first: 'CocDataGroup/Variant' },
    })
    expect(await refusalOf(works, corrected, { replace: 'publisher corrected the length' })).toBe('replaced')
    expect((await works.ask('release/list', {}))[1]).toMatchObject({
      given: { edition: 2, reason: 'publisher corrected the length' },
    })
    expect(
      await refusalOf(works, changed(schemaText(), ...renumbered('2.2')), { replace: 'none' }),
    ).toMatchObject({ code: 'schema-replace-nothing' })
  })

  test('the official schema, and the one that the product writes, are known already', async () => {
    expect(await refusalOf(await aCompany(), schemaText())).toBe('known')
  })

  test('the fields of a new release stand where a person puts them', async () => {
    const works = await aCompany()
    await works.ask('release/add', { file: aSchema(release21()) })
    const { places } = await works.ask('release/get', { release: '2.1' })
    const moved = places.map((one) =>
      one.path.endsWith('RecyclingShare') ? { ...one, section: 'masses' } : one,
    )
    expect((await works.ask('release/place', { release: '2.1', places: moved })).places).toEqual(moved)
    const twice = await works.call('release/place', { release: '2.1', places: [...moved, ...moved] })
    expect(twice).toMatchObject({ problem: { code: 'schema-places-unreadable' } })
  })
})

describe('each certificate keeps its release', () => {
  test('a draft moved to the new release is signed by it; what was signed, and its correction, stay', async () => {
    const works = await aFleet()
    const [first, second] = [await idOf(works, other), await idOf(works, tipper)]
    const old = await signed(works, first)
    await works.ask('release/add', { file: aSchema(release21()) })
    await works.ask('release/use', { release: '2.1', drafts: true })
    const before = await works.ask('vehicle/get', { id: second })
    expect(before.leftOut).toContainEqual(
      expect.objectContaining({ path: 'CocDataGroup/RightLeftHandTraffic', kind: 'own-other-release' }),
    )
    expect(before.findings).toContainEqual(expect.objectContaining({ code: 'own-other-release' }))
    const path = 'CocDataGroup/RecyclingShare'
    await works.ask('vehicle/set-values', { id: second, values: [{ path, value: '85.5' }] })
    const fresh = await signed(works, second)
    const read = (xml: string) => {
      const found = readAnyRelease(Buffer.from(xml), works.workspace.releases)
      return found.ok ? { release: found.value.catalogue.release, tree: found.value.tree } : found.problem
    }
    expect(read(old)).toMatchObject({ release: '2.0' })
    expect(read(fresh)).toMatchObject({ release: '2.1', tree: { CocDataGroup: { RecyclingShare: '85.5' } } })

    const { nap: _nap } = await anAuthority(works)
    await works.ask('outbox/queue', { ids: [first], nap: 'demo' })
    expect(await works.ask('outbox/send', { ids: [first] })).toMatchObject([{ status: 'rejected' }])
    const next = await works.ask('vehicle/correct', { id: first, reason: 'right extension' })
    expect(valueAt(next.tree, 'Header/IviVersionNumberXsd')).toBe('2.0')
    await works.ask('release/use', { release: '2.1', drafts: true })
    expect(valueAt((await works.ask('vehicle/get', { id: first })).tree, 'Header/IviVersionNumberXsd')).toBe(
      '2.0',
    )
    const refused = await works.call('vehicle/set-values', { id: first, values: [{ path, value: '85.5' }] })
    expect(refused).toMatchObject({ problem: { code: 'path-unknown' } })
  })

  test.skipIf(lacksTool('xmllint'))(
    'xmllint finds the message of the new release valid by its schema',
    async () => {
      const works = await aFleet()
      const schema = aSchema(release21())
      await works.ask('release/add', { file: schema })
      await works.ask('release/use', { release: '2.1', drafts: true })
      const xml = await signed(works, await idOf(works, tipper))
      const old = aSchema(schemaText())
      expect(xmllintVerdicts(schema.path, [Buffer.from(xml)])).toEqual([true])
      expect(xmllintVerdicts(old.path, [Buffer.from(xml)])).toEqual([false])
    },
  )

  test('a base of another release is laid under ours by its places; what has none is listed', async () => {
    const fleet = await aFleet()
    const [base] = fleet.data.bases
    const text = readFileSync(base ?? '', 'utf8').replace(/<ds:Signature[\s\S]*<\/ds:Signature>/, '')
    const vin = /<VehicleIdentificationNumber>([^<]+)</.exec(text)?.[1] ?? ''
    const inRelease = (release: string) =>
      text
        .replace('<IviVersionNumberXsd>2.0<', `<IviVersionNumberXsd>${release}<`)
        .replace('<VehicleCategory>', '<RecyclingShare>80.0</RecyclingShare><VehicleCategory>')
    const asFile = (name: string, xml: string) => ({ name, base64: Buffer.from(xml).toString('base64') })

    const works = await aCompany()
    const { row } = await works.ask('vehicle/add', { vin })
    const unknown = await works.ask('base/add', { files: [asFile('later.xml', inRelease('2.1'))] })
    expect(unknown).toMatchObject([
      { problem: { code: 'ivi-other-release', args: { release: '2.1', known: '2.0' } } },
    ])
    await works.ask('release/add', { file: aSchema(release21()) })
    const added = await works.ask('base/add', { files: [asFile('later.xml', inRelease('2.1'))] })
    expect(added).toMatchObject([{ vin }])
    const { leftOut, findings, tree } = await works.ask('vehicle/get', { id: row.id })
    expect(valueAt(tree, 'Header/IviVersionNumberXsd')).toBe('2.0')
    expect(leftOut).toContainEqual(
      expect.objectContaining({ path: 'CocDataGroup/RecyclingShare', value: '80.0', kind: 'other-release' }),
    )
    expect(findings).toContainEqual(expect.objectContaining({ code: 'other-release-left-out' }))
  })
})
