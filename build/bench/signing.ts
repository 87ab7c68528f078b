import { randomBytes, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeSignedCopy } from '../../electron/pipeline/copies.ts'
import { askKey, type Prepared, prepareForSigning, proveAndStore } from '../../electron/pipeline/sign-one.ts'
import { findVehicle } from '../../electron/register/vehicles.ts'
import type { SigningSession } from '../../electron/signature/key.ts'
import { openKey, parseKeySpec } from '../../electron/signature/open-key.ts'
import { readPkcs12 } from '../../electron/signature/pkcs12/read-pkcs12.ts'
import { findUsualModules } from '../../electron/signature/token/usual-modules.ts'
import { makeDemoToken } from '../demo/demo-token.ts'
import { type DemoKey, fileKey } from '../demo/keys.ts'
import { type Figure, note, rounded } from './figure.ts'
import { runInChild } from './in-child.ts'
import { inTurn, median } from './measure.ts'
import type { Bench } from './open-bench.ts'

async function declareFit({ ask }: Bench, ids: readonly number[]): Promise<void> {
  const checked = await ask('vehicle/check', { ids: [...ids] })
  const refused = checked.find(({ ok }) => !ok)
  if (refused) throw new Error(`${refused.vin} is not fit: ${JSON.stringify(refused.problem)}`)
}

/** The first documents find cold code. */
function settled(steps: readonly number[]): number {
  return median(steps.slice(Math.floor(steps.length / 4)))
}

/** Signs a batch as a person does and answers what each document took from the one before it to itself. */
async function signBatch(bench: Bench, ids: readonly number[], key: DemoKey): Promise<number> {
  await declareFit(bench, ids)
  const moments: number[] = []
  const stop = bench.workspace.onEvent((event) => {
    if (event.kind === 'progress' && event.task === 'sign') moments.push(performance.now())
  })
  const signed = await bench.ask('sign/run', { ids: [...ids], key: key.spec, pin: key.pin })
  stop()
  const failed = signed.find(({ ok }) => !ok)
  if (failed) throw new Error(`${failed.vin} was not signed: ${JSON.stringify(failed.problem)}`)
  return settled(moments.slice(1).map((moment, at) => moment - (moments[at] ?? moment)))
}

/** From the finished message to the stored and copied document: signature, its verification, schema, register. */
async function signAndStore(bench: Bench, ids: readonly number[], key: DemoKey): Promise<number> {
  await declareFit(bench, ids)
  const { workspace } = bench
  const session = await open(bench, key)
  const prepared = ids.map((id) => {
    const vehicle = findVehicle(workspace.db, id)
    const ready = vehicle && prepareForSigning(workspace, vehicle, 'xades')
    if (!ready?.ok) throw new Error(`vehicle ${id} is not ready`)
    return ready.value
  })
  const steps: number[] = []
  let copies: Promise<unknown> = Promise.resolve()
  let asking = next(prepared, 0, session)
  for (const at of prepared.keys()) {
    const started = performance.now()
    const asked = await asking
    // As a batch does it: the key works on the next one while this one is proved and stored.
    asking = next(prepared, at + 1, session)
    const signed = asked?.ok ? proveAndStore(workspace, asked.value) : asked
    if (!signed?.ok) throw new Error(JSON.stringify(signed))
    copies = copies.then(() => writeSignedCopy(workspace, signed.value, signed.value.bytes))
    steps.push(performance.now() - started)
  }
  await copies
  await session.close()
  return settled(steps)
}

async function next(prepared: readonly Prepared[], at: number, session: SigningSession) {
  const one = prepared[at]
  return one && askKey(one, session)
}

async function open({ workspace }: Bench, key: DemoKey): Promise<SigningSession> {
  const spec = parseKeySpec(key.spec)
  if (!spec.ok) throw new Error(spec.problem.code)
  const opened = await openKey(spec.value, key.pin, workspace.ports.spawn)
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value
}

/** Both ways with one key, each over half of the vehicles. */
async function bothWays(
  bench: Bench,
  ids: readonly number[],
  key: DemoKey,
  peer: () => Promise<NonNullable<Figure['peer']>>,
): Promise<readonly Figure[]> {
  const half = Math.floor(ids.length / 2)
  const before = await peer()
  const batch = await signBatch(bench, ids.slice(0, half), key)
  const store = await signAndStore(bench, ids.slice(half), key)
  const after = await peer()
  const operation = { ...after, value: (before.value + after.value) / 2 }
  const against = (value: number) => ({
    value: rounded(value),
    unit: 'ms',
    runs: half,
    peer: { ...operation, value: rounded(operation.value) },
    ratio: rounded(value / operation.value),
  })
  return [
    { name: `sign and store one N3 message with ${key.name}`, ...against(store), target: 6 },
    {
      name: `whole signing act, each certificate, with ${key.name} (composed, gate, signed, stored)`,
      ...against(batch),
    },
  ]
}

/** With a software token, against the token's bare operation. */
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
  const token = await makeDemoToken(join(dir, 'token'))
  return bothWays(bench, ids, { ...token, name: 'SoftHSM2' }, async () => ({
    name: 'the bare token operation: C_SignInit and C_Sign of 51 bytes in a process of its own',
    value:
      (await runInChild('token-child.ts', [module, token.label, token.pin, '400'])).said.milliseconds ?? 0,
    unit: 'ms',
  }))
}

export async function measureFileSigning(
  bench: Bench,
  ids: readonly number[],
  dir: string,
): Promise<readonly Figure[]> {
  const key = await fileKey(dir)
  const opened = await readPkcs12(readFileSync(key.spec.slice('p12:'.length)), key.pin)
  const [privateKey] = opened.ok ? opened.value.keys : []
  if (!privateKey) throw new Error('the key file cannot be read')
  const octets = randomBytes(51)
  const figures = await bothWays(bench, ids, { ...key, name: 'a PKCS#12 key' }, async () => ({
    name: 'the bare RSA-2048 operation of Node’s OpenSSL',
    value: (await inTurn({ bare: () => sign('RSA-SHA256', octets, privateKey) }, { rounds: 200, warmUp: 20 }))
      .bare,
    unit: 'ms',
  }))
  // The target speaks of tokens.
  return figures.map(({ target: _, ...figure }) => figure)
}
