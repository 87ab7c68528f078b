import { type Catalogue, type FieldEntry, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'

/** Where a column's value goes beside the message: facts of the record, nowhere, or apart into several places. */
const recordTargets: readonly string[] = ['vin', 'order', 'variant', 'options', 'nap', 'ignore', 'split']
export const measuredPrefix = 'measured:'

/** True where a target is a field of the message, declared or measured. */
export function isMessageTarget(target: string): boolean {
  return !recordTargets.includes(target)
}

/** The message field of a target, without the mark that it is weighed. */
export function fieldOf(target: string): string {
  return target.startsWith(measuredPrefix) ? target.slice(measuredPrefix.length) : target
}

/** The target with its rows numbered, as the record spells it; undefined for a place that the release has not. */
export function spelledTarget(target: string, catalogue: Catalogue): string | undefined {
  if (!isMessageTarget(target)) return target
  const place = findPlace(fieldOf(target), catalogue)
  if (place === undefined || !fieldIndex(catalogue).has(schemaPath(place))) return undefined
  return target.startsWith(measuredPrefix) ? measuredPrefix + place : place
}

/** The field that a target names. */
export function fieldEntry(target: string, catalogue: Catalogue): FieldEntry | undefined {
  return isMessageTarget(target) ? fieldIndex(catalogue).get(schemaPath(fieldOf(target))) : undefined
}
