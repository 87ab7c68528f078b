import type { WeightState } from '../../../shared/weights/weights-report.ts'

/** Where the masses that a body adds act together, mm; undefined where it adds none. */
export function centreOfBody({ lines }: WeightState): number | undefined {
  const placed = lines.filter(({ kind }) => kind === 'standard' || kind === 'option')
  const kg = placed.reduce((sum, line) => sum + line.kg, 0)
  if (kg <= 0) return undefined
  return placed.reduce((sum, line) => sum + line.kg * (line.x ?? 0), 0) / kg
}
