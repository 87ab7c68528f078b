import type { Problem } from '../../shared/problem.ts'
import type { Finding } from '../../shared/rules/finding.ts'
import type { Vehicle } from '../register/vehicles.ts'
import type { Composed } from './compose.ts'

/**
 * Cells of the source that could not be read. Each stands as an error on its field until somebody gives the value:
 * a certificate must not be signed over a figure that the office meant otherwise.
 */
export function intakeFindings(vehicle: Vehicle, composed: Composed): readonly Finding[] {
  return vehicle.unread.flatMap(({ code, where, args }) => {
    if (isOfOptions({ code, ...(args ? { args } : {}) })) return [optionsFinding(code, args)]
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

/** Options that a list names and its body does not take: they hold the vehicle up until somebody chooses. */
export function isOfOptions({ code, args }: Pick<Problem, 'code' | 'args'>): boolean {
  return /^options?-/.test(code) || args?.target === 'options'
}

function optionsFinding(code: string, args: Problem['args']): Finding {
  const path = 'CocDataGroup/VehicleCategory'
  return {
    rule: 'variant',
    severity: 'error',
    path,
    paths: [path],
    code: 'variant-unfit',
    args: { ...args, problem: code },
  }
}
