import { createHmac, timingSafeEqual } from 'node:crypto'
import type { MacData } from 'pkijs'
import table from '../../../schemas/signature/pkcs12-algorithms.json' with { type: 'json' }
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { deriveLegacy, purposes } from './derive-key.ts'

const digests: Readonly<Record<string, { readonly node: string; readonly block: number }>> = table.digests

/** Whether a key file's MAC over `octets` fits the password (in its BMP form). Code: `p12-unsupported`. */
export function macIsRight(data: MacData, octets: Uint8Array, password: Uint8Array): Result<boolean> {
  const oid = data.mac.digestAlgorithm.algorithmId
  const digest = digests[oid]
  const iterations = data.iterations ?? 1
  if (!digest || iterations < 1 || iterations > table.limits.legacyIterations) {
    return fail(problem('p12-unsupported', { algorithm: `MAC ${oid}, ${iterations}` }))
  }
  const expected = new Uint8Array(data.mac.digest.getValue())
  const salt = new Uint8Array(data.macSalt.getValue())
  const from = { digest: digest.node, block: digest.block, password, salt, iterations }
  const mac = createHmac(digest.node, deriveLegacy(from, purposes.mac, expected.length))
    .update(octets)
    .digest()
  return ok(mac.length === expected.length && timingSafeEqual(mac, expected))
}
