import places from '../../schemas/weights/paths.json' with { type: 'json' }
import { type MessageGroup, type MessageNode, type MessageTree, rowsAt } from '../ivi/message.ts'

/** The number of a leaf; undefined where it is absent or none. */
export function number(node: MessageNode | undefined): number | undefined {
  if (typeof node !== 'string' || node.trim() === '') return undefined
  const value = Number(node)
  return Number.isFinite(value) ? value : undefined
}

/** The axles of a message, front to rear. */
export function axleRows(tree: MessageTree): readonly MessageGroup[] {
  return [...rowsAt(tree, places.axles.rows)].sort(
    (a, b) => (number(a[places.axles.number]) ?? 0) - (number(b[places.axles.number]) ?? 0),
  )
}

/** The couplings of a message by their numbers. */
export function couplingRows(tree: MessageTree): readonly MessageGroup[] {
  return [...rowsAt(tree, places.couplings.rows)].sort(
    (a, b) => (number(a[places.couplings.number]) ?? 0) - (number(b[places.couplings.number]) ?? 0),
  )
}

/** The greatest static vertical mass on a coupling point (item 19). */
export function verticalMass(tree: MessageTree): number | undefined {
  const { rows, mass } = places.verticalMasses
  return greatest(rowsAt(tree, rows).map((row) => number(row[mass])))
}

/** The greatest towable and combination mass of all kinds of trailers (16.4, 18). */
export function towableMasses(tree: MessageTree): {
  readonly combination?: number
  readonly towable?: number
} {
  const { rows, bodies, body, towable, combination } = places.towing
  const each = rowsAt(tree, rows).flatMap((row) => rowsAt(row, `${bodies}/${body}`))
  const [most, whole] = [
    greatest(each.map((row) => number(row[towable]))),
    greatest(each.map((row) => number(row[combination]))),
  ]
  return {
    ...(whole === undefined ? {} : { combination: whole }),
    ...(most === undefined ? {} : { towable: most }),
  }
}

function greatest(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length > 0 ? Math.max(...known) : undefined
}
