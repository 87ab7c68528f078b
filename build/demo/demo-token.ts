import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeThrowAwayKey } from '../../electron/signature/make-throw-away-key.ts'
import { readPkcs12 } from '../../electron/signature/pkcs12/read-pkcs12.ts'
import { findUsualModules } from '../../electron/signature/token/usual-modules.ts'

export interface DemoToken {
  readonly spec: string
  readonly pin: string
  readonly label: string
  readonly certificateSha256: string
}

const label = 'quellmair-demo'
/** No secret: token, key and PIN are thrown away with the workspace, and a second run needs them again. */
export const demoTokenPin = '1234'

/**
 * A software token in a folder of its own with a throw-away seal on it. SoftHSM2 reads its place from the
 * environment, so this process and the token process that it starts see this token and no other.
 */
export async function makeDemoToken(dir: string): Promise<DemoToken> {
  mkdirSync(join(dir, 'tokens'), { recursive: true, mode: 0o700 })
  const configuration = join(dir, 'softhsm2.conf')
  writeFileSync(
    configuration,
    `directories.tokendir = ${join(dir, 'tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n`,
  )
  process.env.SOFTHSM2_CONF = configuration
  const module = findUsualModules().find((path) => path.includes('softhsm'))
  if (!module) throw new Error('SoftHSM2 is not installed; on Debian: apt-get install softhsm2 opensc')
  const certificateFile = join(dir, 'seal.crt')
  if (!existsSync(certificateFile)) await fillToken(dir, module, certificateFile)
  const certificate = new X509Certificate(readFileSync(certificateFile))
  return {
    spec: `pkcs11:${module};label=${label}`,
    pin: demoTokenPin,
    label,
    certificateSha256: createHash('sha256').update(certificate.raw).digest('hex'),
  }
}

async function fillToken(dir: string, module: string, certificateFile: string): Promise<void> {
  const passphrase = 'on its way to the token'
  const key = await readPkcs12(
    await makeThrowAwayKey({
      commonName: 'Quellmair eCoC seal (demo token)',
      organisation: 'Quellmair Fahrzeugbau GmbH',
      passphrase,
      purpose: 'seal',
    }),
    passphrase,
  )
  const [privateKey] = key.ok ? key.value.keys : []
  const [certificate] = key.ok ? key.value.certificates : []
  if (!privateKey || !certificate) throw new Error('the throw-away key cannot be read')
  const keyFile = join(dir, 'seal.key')
  const derFile = join(dir, 'seal.der')
  writeFileSync(keyFile, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  writeFileSync(derFile, certificate.der)
  run('softhsm2-util', [
    '--init-token',
    '--free',
    '--label',
    label,
    '--so-pin',
    '12345678',
    '--pin',
    demoTokenPin,
  ])
  run('softhsm2-util', [
    '--import',
    keyFile,
    '--token',
    label,
    '--label',
    label,
    '--id',
    '01',
    '--pin',
    demoTokenPin,
  ])
  run('pkcs11-tool', [
    '--module',
    module,
    '--token-label',
    label,
    '--login',
    '--pin',
    demoTokenPin,
    '--write-object',
    derFile,
    '--type',
    'cert',
    '--label',
    label,
    '--id',
    '01',
  ])
  writeFileSync(keyFile, '')
  writeFileSync(certificateFile, certificate.x509.toString())
}

function run(program: string, args: readonly string[]): void {
  const done = spawnSync(program, args, { encoding: 'utf8' })
  if (done.status !== 0)
    throw new Error(`${program} ${args[0]} failed: ${done.stderr || done.error?.message}`)
}
