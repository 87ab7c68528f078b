import { randomBytes, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { openKey, parseKeySpec } from '../../electron/signature/open-key.ts'
import { readPkcs12 } from '../../electron/signature/pkcs12/read-pkcs12.ts'
import { findUsualModules } from '../../electron/signature/token/usual-modules.ts'
import { type DemoKey, fileKey, tokenKey } from '../demo/keys.ts'
import { type Figure, note, rounded } from './figure.ts'
import { runInChild } from './in-child.ts'
import { inTurn, median } from './measure.ts'
import type { Bench } from './open-bench.ts'

/** Signs a batch as a person does and answers what each document took from the one before it to itself. */
async function signFleet({ workspace, ask }: Bench, ids: readonly number[], key: DemoKey): Promise<number> {
  const checked = await ask('vehicle/check', { ids: [...ids] })
  const refused = checked.find(({ ok }) => !ok)
  if (refused) throw new Error(`${refused.vin} is not fit: ${JSON.stringify(refused.problem)}`)
  const moments: number[] = []
  const stop = workspace.onEvent((event) => {
    if (event.kind === 'progress' && event.task === 'sign') moments.push(performance.now())
  })
  const signed = await ask('sign/run', { ids: [...ids], key: key.spec, pin: key.pin })
  stop()
  const failed = signed.find(({ ok }) => !ok)
  if (failed) throw new Error(`${failed.vin} was not signed: ${JSON.stringify(failed.problem)}`)
  const steps = moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment))
  // The first documents find cold code.
  return median(steps.slice(Math.floor(steps.length / 4)))
}

/** Sign and store with a software token: everything from the draft to the kept, verified, copied document. */
export async function measureTokenSigning(
  bench: Bench,
  ids: readonly number[],
  dir: string,
): Promise<readonly Figure[]> {
  const module = findUsualModules().find((path) => path.includes('softhsm'))
  if (!module) {
    note('SoftHSM2 is not installed: signing with a token is not measured.')
    return []
  }
  const key = await tokenKey(dir)
  const bare = () => runInChild('token-child.ts', [module, 'quellmair-demo', key.pin, '400'])
  const before = (await bare()).said.milliseconds ?? 0
  const ours = await signFleet(bench, ids, key)
  const operation = median([before, (await bare()).said.milliseconds ?? 0])
  return [
    {
      name: 'sign and store one document with SoftHSM2 (gate, signature, verification, register, copy)',
      value: rounded(ours),
      unit: 'ms',
      runs: ids.length,
      peer: {
        name: 'the bare token operation: C_SignInit and C_Sign of 51 bytes in a process of its own',
        value: rounded(operation),
        unit: 'ms',
      },
      ratio: rounded(ours / operation),
      target: 6,
      also: { throughTheTokenProcessMilliseconds: rounded(await throughProcess(bench, key)) },
    },
  ]
}

/** The same operation asked of the product's token process. */
async function throughProcess({ workspace }: Bench, key: DemoKey): Promise<number> {
  const spec = parseKeySpec(key.spec)
  if (!spec.ok) throw new Error(spec.problem.code)
  const opened = await openKey(spec.value, key.pin, workspace.ports.spawn)
  if (!opened.ok) throw new Error(opened.problem.code)
  const session = opened.value
  const octets = randomBytes(51)
  const { asked } = await inTurn({ asked: () => session.sign(octets) }, { rounds: 200, warmUp: 20 })
  await session.close()
  return asked
}

export async function measureFileSigning(bench: Bench, ids: readonly number[], dir: string): Promise<Figure> {
  const key = await fileKey(dir)
  const ours = await signFleet(bench, ids, key)
  const opened = await readPkcs12(readFileSync(key.spec.slice('p12:'.length)), key.pin)
  const [privateKey] = opened.ok ? opened.value.keys : []
  if (!privateKey) throw new Error('the key file cannot be read')
  const octets = randomBytes(51)
  const { bare } = await inTurn(
    { bare: () => sign('RSA-SHA256', octets, privateKey) },
    { rounds: 200, warmUp: 20 },
  )
  return {
    name: 'sign and store one document with a PKCS#12 key',
    value: rounded(ours),
    unit: 'ms',
    runs: ids.length,
    peer: { name: 'the bare RSA-2048 operation of Node’s OpenSSL', value: rounded(bare), unit: 'ms' },
    ratio: rounded(ours / bare),
  }
}
