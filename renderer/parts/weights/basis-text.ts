import type { EmptyBasis } from '../../../shared/weights/from-record.ts'
import type { Words } from '../../language/words.ts'

/** Whose figures the empty vehicle has, in words; empty where they were given by hand. */
export function basisText({ from, stage, item }: EmptyBasis, t: Words): string | undefined {
  return from === 'quotation' ? undefined : t(`weights.basis.${from}`, { stage, item })
}
