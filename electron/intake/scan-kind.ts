import facts from '../../schemas/completion/paper-scan.json' with { type: 'json' }
import type { ScanKind } from '../../shared/paper/scan.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

const shownKinds = [...new Set(facts.kinds.filter(({ shown }) => shown).map(({ kind }) => kind))].join(', ')

/**
 * What a scan is by how it begins, whatever its name says. Problems: `paper-scan-kind` {kinds}, and
 * `paper-scan-not-shown` {kind, kinds} for pictures that no window can show.
 */
export function scanKind(bytes: Uint8Array): Result<ScanKind> {
  const head = Buffer.from(bytes.subarray(0, 2048))
  const found = facts.kinds.find(({ hex, within }) => {
    const at = head.indexOf(Buffer.from(hex, 'hex'))
    return at >= 0 && at <= within
  })
  if (!found) return fail(problem('paper-scan-kind', { kinds: shownKinds }))
  return found.shown
    ? ok(found.kind as ScanKind)
    : fail(problem('paper-scan-not-shown', { kind: found.kind, kinds: shownKinds }))
}
