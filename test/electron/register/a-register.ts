import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { addCertificate } from '../../../electron/register/certificates.ts'
import { openRegister, type Register } from '../../../electron/register/open.ts'
import { addVehicle } from '../../../electron/register/vehicles.ts'

export const noon = '2026-11-22T12:00:00.000Z'

/** An empty folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A real register in a folder of its own. */
export async function aRegister(folder = aFolder()): Promise<Register> {
  const opened = await openRegister(folder, 'test')
  if (!opened.ok) throw new Error(opened.problem.code)
  let open = true
  const register: Register = {
    ...opened.value,
    close() {
      if (open) opened.value.close()
      open = false
    },
  }
  onTestFinished(() => register.close())
  return register
}

let references = 0

/** A vehicle with its first certificate in draft. */
export function aVehicle(
  { db }: Register,
  vin = 'WZZZ0000000000001',
  order = 'A-1',
): { id: number; certificateId: number } {
  const id = addVehicle(
    db,
    { source: 'test', vin, order, category: 'N2', variantId: '', nap: '', fingerprint: 'f', unread: [] },
    noon,
  )
  references += 1
  const certificateId = addCertificate(
    db,
    { vehicleId: id, version: 1, reference: `reference-${references}-${vin}`, release: '2.0', layers: {} },
    noon,
  )
  return { id, certificateId }
}
