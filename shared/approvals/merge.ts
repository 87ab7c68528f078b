import type { Result } from '../result.ts'
import { type Approval, parseApproval } from './approval.ts'

/**
 * An approval of a file laid upon the one of the folder: whole extensions are added or replaced, vehicles added; what
 * the file does not name stays. Problems: those of the approval that comes of it.
 */
export function mergeApproval(known: Approval | undefined, incoming: Approval): Result<Approval> {
  if (!known) return parseApproval(incoming)
  const replaced = new Set(incoming.extensions.map(({ extension }) => extension))
  return parseApproval({
    ...known,
    ...incoming,
    extensions: [
      ...known.extensions.filter(({ extension }) => !replaced.has(extension)),
      ...incoming.extensions,
    ],
    vehicles: [...new Set([...known.vehicles, ...incoming.vehicles])],
  })
}
