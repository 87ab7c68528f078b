import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll } from 'vitest'
import { demoCompany, demoProfile, demoProfileId, demoVariants } from '../../build/demo/data/definitions.ts'
import { authorityBooks, type DemoData } from '../../build/demo/data/write-demo-data.ts'
import { type SimulatorProcess, startSimulatorProcess } from '../simulator/start-simulator-process.ts'
import { ask } from './by-contract.ts'

/** A folder of the journey that asks; it is gone after everything else of the journey has ended. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-journey-'))
  // Hooks end in the opposite order: whoever asks for the folder first has it to the last.
  afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }))
  return folder
}

/** The training authority as a process of its own, with the demo's books, trusting one signer. */
export function startAuthority(dir: string, trustedSigner: string, port = 0): Promise<SimulatorProcess> {
  return startSimulatorProcess({
    dir: join(dir, 'authority'),
    port,
    knownApprovals: [...authorityBooks.knownApprovals],
    earlierStages: authorityBooks.earlierStages,
    trustedSigners: [trustedSigner],
  })
}

export const passphraseOf = ({ clientPassphraseFile }: SimulatorProcess): string =>
  readFileSync(clientPassphraseFile, 'utf8').trim()

/** The company with one person who may do everything, its profile, its variants and the authority's endpoint. */
export async function setUpWorks(page: Page, person: string, authority?: SimulatorProcess): Promise<void> {
  const { company, country } = demoCompany
  await ask(page, 'workspace/set-up', { company, country, person })
  await saveDefinitions(page, authority)
}

/** What the lead prepares once for everybody: mapping profile, body variants and the endpoint of the authority. */
export async function saveDefinitions(page: Page, authority?: SimulatorProcess): Promise<void> {
  await ask(page, 'profile/save', { json: demoProfile })
  for (const json of demoVariants) await ask(page, 'variant/save', { json })
  if (!authority) return
  const { url, clientKey, ca } = authority
  await ask(page, 'nap/save', { nap: 'demo', url, clientKey, ca })
}

/** The demo's eleven vehicles, linked to their bases. */
export async function bringFleet(page: Page, data: DemoData): Promise<void> {
  await ask(page, 'intake/import', { file: { path: data.workbook }, profile: demoProfileId })
  await ask(page, 'base/add', { files: data.bases.map((path) => ({ path })) })
}

export const fileBytes = (path: string) => ({
  name: basename(path),
  bytes: new Uint8Array(readFileSync(path)),
})
