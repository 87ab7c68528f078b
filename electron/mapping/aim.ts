import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { unitOf } from '../../shared/ivi/facts.ts'
import type { Result } from '../../shared/result.ts'
import type { Wanted } from './convert-cell.ts'
import type { ProfilePart } from './profile-schema.ts'
import { fieldEntry, fieldOf, isMessageTarget, measuredPrefix } from './targets.ts'
import { unitNamed } from './units.ts'

/** Facts of the record beside the message. */
export type RecordFact = 'vin' | 'order' | 'variant' | 'options' | 'nap'

/** What a part of a profile aims at, found out once for all rows. */
export type Aim = {
  readonly wanted: Wanted
  /** Texts of this part's cells that were converted before. */
  readonly known: Map<string, Result<string>>
} & (
  | { readonly kind: 'fact'; readonly fact: RecordFact }
  | { readonly kind: 'file' | 'measured'; readonly path: string }
)

const aims = new WeakMap<Catalogue, WeakMap<ProfilePart, Aim>>()

/** A part is that of one profile, which never changes. */
export function aimOf(part: ProfilePart, catalogue: Catalogue): Aim {
  const ofCatalogue = aims.get(catalogue) ?? new WeakMap<ProfilePart, Aim>()
  aims.set(catalogue, ofCatalogue)
  const earlier = ofCatalogue.get(part)
  if (earlier) return earlier
  const aim = newAim(part.to, catalogue)
  ofCatalogue.set(part, aim)
  return aim
}

function newAim(target: string, catalogue: Catalogue): Aim {
  const known = new Map<string, Result<string>>()
  const type = fieldEntry(target, catalogue)?.type
  if (!isMessageTarget(target))
    return { kind: 'fact', fact: target as RecordFact, wanted: { type, unit: undefined }, known }
  const path = fieldOf(target)
  const kind = target.startsWith(measuredPrefix) ? 'measured' : 'file'
  return { kind, path, wanted: { type, unit: unitNamed(unitOf(path)) }, known }
}
