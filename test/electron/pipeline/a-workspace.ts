import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, onTestFinished } from 'vitest'
import {
  demoCompany,
  demoProfile,
  demoProfileId,
  demoVariants,
} from '../../../build/demo/data/definitions.ts'
import { type DemoData, writeDemoData } from '../../../build/demo/data/write-demo-data.ts'
import { dispatch } from '../../../electron/dispatch.ts'
import { createHandlers } from '../../../electron/handlers/create-handlers.ts'
import { createNodePorts } from '../../../electron/host/node-ports.ts'
import { openWorkspace } from '../../../electron/open-workspace.ts'
import { makeThrowAwayKey } from '../../../electron/signature/make-throw-away-key.ts'
import type { Workspace } from '../../../electron/workspace.ts'
import type { ChannelName, Input, Output } from '../../../shared/ipc-contract.ts'
import type { Result } from '../../../shared/result.ts'

export interface TestWorkspace {
  readonly dir: string
  readonly workspace: Workspace
  /** As a screen asks: through the parsing border. */
  call<Name extends ChannelName>(channel: Name, input: Input<Name>): Promise<Result<Output<Name>>>
  /** The value, or a failed test with the problem's code. */
  ask<Name extends ChannelName>(channel: Name, input: Input<Name>): Promise<Output<Name>>
  close(): void
}

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

export async function openTestWorkspace(dir: string): Promise<TestWorkspace> {
  const ports = createNodePorts(dir)
  const opened = await openWorkspace(dir, ports, 'test')
  if (!opened.ok) throw new Error(opened.problem.code)
  const workspace = opened.value
  const handlers = createHandlers(workspace)
  let open = true
  const close = () => {
    if (open) workspace.close()
    open = false
  }
  onTestFinished(close)
  const call: TestWorkspace['call'] = (channel, input) =>
    dispatch(handlers, ports.log, channel, input) as Promise<Result<Output<typeof channel>>>
  return {
    dir,
    workspace,
    call,
    async ask(channel, input) {
      const answer = await call(channel, input)
      if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.problem)}`)
      return answer.value
    },
    close,
  }
}

/** The demo's company with one person who may do everything, its variants and its mapping profile. */
export async function aCompany(dir = aFolder()): Promise<TestWorkspace> {
  const test = await openTestWorkspace(dir)
  const { company, country } = demoCompany
  await test.ask('workspace/set-up', { company, country, person: 'Ada Lindt' })
  await test.ask('profile/save', { json: demoProfile })
  for (const json of demoVariants) await test.ask('variant/save', { json })
  return test
}

/** Keys take seconds to make, so a test file makes the demo's data and keys once and each test gets a copy. */
const prepared = mkdtempSync(join(tmpdir(), 'bodymark-prepared-'))
afterAll(() => rmSync(prepared, { recursive: true, force: true }))
let dataPrepared: Promise<DemoData> | undefined
let keyPrepared: Promise<Uint8Array> | undefined

async function ownDemoData(dir: string): Promise<DemoData> {
  dataPrepared ??= writeDemoData(join(prepared, 'sources'))
  await dataPrepared
  cpSync(join(prepared, 'sources'), join(dir, 'sources'), { recursive: true })
  return writeDemoData(join(dir, 'sources'))
}

/** The demo's vehicles imported and linked to their bases. */
export async function aFleet(): Promise<TestWorkspace & { readonly data: DemoData }> {
  const test = await aCompany()
  const data = await ownDemoData(test.dir)
  await test.ask('intake/import', { file: { path: data.workbook }, profile: demoProfileId })
  await test.ask('base/add', { files: data.bases.map((path) => ({ path })) })
  return { ...test, data }
}

export const keyPassword = 'throw-away'

/** A key file in the workspace, as `--key` takes it. */
export async function aKey(dir: string): Promise<string> {
  const file = join(dir, 'seal.p12')
  keyPrepared ??= makeThrowAwayKey({
    commonName: 'Seal',
    organisation: 'Works',
    passphrase: keyPassword,
    purpose: 'seal',
  })
  writeFileSync(file, await keyPrepared, { mode: 0o600 })
  return `p12:${file}`
}

export async function idOf(test: TestWorkspace, vin: string): Promise<number> {
  const id = (await test.ask('register/list', { search: vin })).rows[0]?.id
  if (id === undefined) throw new Error(`${vin} is not in the register`)
  return id
}
