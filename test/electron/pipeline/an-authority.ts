import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import { authorityBooks } from '../../../build/demo/data/write-demo-data.ts'
import { ensureKeys } from '../../simulator/keys.ts'
import { startSimulator } from '../../simulator/start-simulator.ts'
import { aFolder, type TestWorkspace } from './a-workspace.ts'

/** The authority's keys, made once for a test file. */
const keys = mkdtempSync(join(tmpdir(), 'bodymark-nap-keys-'))
afterAll(() => rmSync(keys, { recursive: true, force: true }))
let keysPrepared: Promise<unknown> | undefined

/** An authority that knows the demo's approvals and trusts whoever signed in this workspace; its client key is unlocked. */
export async function anAuthority(works: TestWorkspace, profile?: object) {
  const folder = join(works.dir, 'signed')
  const signed = readFileSync(join(folder, readdirSync(folder)[0] ?? ''), 'utf8')
  const certificate = /<(?:ds:)?X509Certificate>([^<]+)</.exec(signed)?.[1] ?? ''
  const dir = join(aFolder(), 'nap')
  keysPrepared ??= ensureKeys(keys)
  await keysPrepared
  cpSync(keys, dir, { recursive: true })
  const nap = await startSimulator(dir, {
    knownApprovals: [...authorityBooks.knownApprovals],
    earlierStages: authorityBooks.earlierStages,
    trustedSigners: [`-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`],
  })
  onTestFinished(() => nap.close())
  const passphrase = readFileSync(nap.clientPassphraseFile, 'utf8').trim()
  const settings = { nap: 'demo', url: nap.url, clientKey: nap.clientKey, ca: nap.ca }
  await works.ask('nap/save', { ...settings, ...(profile ? { profile } : {}) })
  await works.ask('outbox/unlock-nap', { nap: 'demo', passphrase })
  const control = (how: object): void => writeFileSync(join(nap.dir, 'control.json'), JSON.stringify(how))
  return { nap, passphrase, control }
}
