import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findNapProfile } from '../../../electron/submission/load-profiles.ts'
import type { NapEndpoint, NapProfile } from '../../../electron/submission/profile.ts'
import { clientFiles } from '../../simulator/keys.ts'
import type { SimulatorWish } from '../../simulator/options.ts'
import { type Simulator, startSimulator } from '../../simulator/start-simulator.ts'
import { knownApproval, makeSigner, type TestSigner } from './a-signed-message.ts'

export interface TestNap {
  readonly simulator: Simulator
  readonly signer: TestSigner
  readonly endpoint: NapEndpoint
  close(): Promise<void>
}

/** The training authority in this process, with a signer that it trusts. */
export async function openNap(wish: SimulatorWish = {}): Promise<TestNap> {
  const dir = mkdtempSync(join(tmpdir(), 'bodymark-nap-'))
  const signer = await makeSigner()
  const simulator = await startSimulator(dir, {
    knownApprovals: [knownApproval],
    trustedSigners: [signer.certificatePem],
    ...wish,
  })
  return {
    simulator,
    signer,
    endpoint: endpointOf(simulator, 'client'),
    async close() {
      await simulator.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** The way to a simulator as one of its clients. */
export function endpointOf(
  { url, dir }: { readonly url: string; readonly dir: string },
  client: Parameters<typeof clientFiles>[1],
): NapEndpoint {
  const files = clientFiles(dir, client)
  return {
    url,
    client: {
      p12: readFileSync(files.clientKey),
      passphrase: readFileSync(files.clientPassphraseFile, 'utf8'),
    },
    ca: readFileSync(files.ca, 'utf8'),
  }
}

export function demoProfile(): NapProfile {
  const profile = findNapProfile('demo')
  if (!profile) throw new Error('the demo profile is missing')
  return profile
}
