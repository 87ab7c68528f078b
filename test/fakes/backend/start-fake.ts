import { fileURLToPath } from 'node:url'
import { startHost } from '../../../electron/host/start-host.ts'
import type { VehicleRow } from '../../../shared/record/views.ts'
import { createFakeBackend, type FakeBackend } from './fake-backend.ts'

export interface FakeApp {
  readonly backend: FakeBackend
  /** A fresh link each time; its token is good once. */
  readonly link: () => string
  readonly close: () => Promise<void>
}

/** The built screens over the real loopback host, with the fake behind it. */
export async function startFakeApp(rows: readonly VehicleRow[], company?: string): Promise<FakeApp> {
  const backend = createFakeBackend(rows, company)
  const rendererDir = fileURLToPath(new URL('../../../dist/renderer/', import.meta.url))
  const host = await startHost(backend, { rendererDir })
  if (!host.ok) throw new Error(host.problem.code)
  return { backend, link: host.value.newUrl, close: host.value.close }
}
