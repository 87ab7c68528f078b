import type { Finding } from '../../shared/rules/finding.ts'
import type { Vehicle } from '../register/vehicles.ts'
import type { Composed } from './compose.ts'

/**
 * Cells of the source that could not be read. Each stands as an error on its field until somebody gives the value:
 * a certificate must not be signed over a figure that the office meant otherwise.
 */
export function intakeFindings(vehicle: Vehicle, composed: Composed): readonly Finding[] {
  return vehicle.unread.flatMap(({ where, args }) => {
    const path = where?.path
    const source = path === undefined ? undefined : composed.sources[path]
    const isGiven = source?.kind === 'typed' || (source?.kind === 'measured' && source.day !== undefined)
    if (!path || isGiven) return []
    const cell = `${where.column ?? ''}${where.row ?? ''}`
    return [
      {
        rule: 'intake',
        severity: 'error' as const,
        path,
        paths: [path],
        code: 'intake-cell-unread',
        args: { file: where.file ?? '', cell, value: String(args?.value ?? '') },
      },
    ]
  })
}
