import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeThrowAwayKey } from '../../electron/signature/make-throw-away-key.ts'
import { openFileKey } from '../../electron/signature/pkcs12/open-file-key.ts'
import { makeDemoToken } from './demo-token.ts'

export interface DemoKey {
  /** As `--key` takes it. */
  readonly spec: string
  readonly pin: string
  /** For people: what signs. */
  readonly name: string
  readonly certificateSha256: string
}

/** The key is worth nothing and its password is no secret: it stands here so that a second run can use it again. */
export const demoPassword = 'throw-away'

/** A key file of the invented company, made at the first run. */
export async function fileKey(dir: string): Promise<DemoKey> {
  const file = join(dir, 'keys', 'seal.p12')
  if (!existsSync(file)) {
    mkdirSync(join(dir, 'keys'), { recursive: true, mode: 0o700 })
    const key = await makeThrowAwayKey({
      commonName: 'Quellmair eCoC seal (demo)',
      organisation: 'Quellmair Fahrzeugbau GmbH',
      passphrase: demoPassword,
      purpose: 'seal',
    })
    writeFileSync(file, key, { mode: 0o600 })
  }
  const opened = await openFileKey({ kind: 'p12', file }, demoPassword, new Date())
  if (!opened.ok)
    throw new Error(`${file} cannot be opened (${opened.problem.code}); delete it and run the demo again`)
  const certificateSha256 = createHash('sha256').update(opened.value.certificateDer).digest('hex')
  await opened.value.close()
  return {
    spec: `p12:${file}`,
    pin: demoPassword,
    name: 'throw-away key file keys/seal.p12',
    certificateSha256,
  }
}

/** A software token (SoftHSM2) that behaves as a card does: module in its own process, PIN, key that cannot leave. */
export async function tokenKey(dir: string): Promise<DemoKey> {
  const token = await makeDemoToken(join(dir, 'token'))
  return { ...token, name: `software token “${token.label}”` }
}
