import places from '../../schemas/weights/paths.json' with { type: 'json' }
import type { Finding } from '../rules/finding.ts'
import type { WeightFinding } from './weights-report.ts'

/** A finding of weights like any other of a vehicle, at the field whose limit it speaks of. */
export function weightAsFinding({ code, level, args, axle }: WeightFinding): Finding {
  const path = pathOf(code, axle)
  return { rule: 'weights', severity: level, path, paths: [path], code, args }
}

function pathOf(code: string, axle: number | undefined): string {
  const field = code === 'weights-axle-below-minimum' ? places.axles.minimum : places.axles.limit
  if (axle !== undefined) return `${places.axles.rows}[${axle}]/${field}`
  if (code === 'weights-group-over') return `${places.groups.rows}[1]/${places.groups.limit}`
  if (code === 'weights-coupling-over')
    return `${places.verticalMasses.rows}[1]/${places.verticalMasses.mass}`
  if (code.startsWith('weights-shares')) return places.groups.rows
  return places.masses.laden
}
