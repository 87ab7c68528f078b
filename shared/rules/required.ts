import facts from '../../schemas/rules/required.json' with { type: 'json' }
import { checkMessage } from '../ivi/check-message.ts'
import { isRows, nodeAt } from '../ivi/message.ts'
import { schemaPath } from '../ivi/path.ts'
import { type Found, found } from './found.ts'
import type { Reading } from './reading.ts'
import { relevanceOf } from './relevance.ts'

/** Groups that are optional in the schema and mandatory for the receiving check. */
export function* requiredGroups(own: Reading): Iterable<Found> {
  for (const path of facts.groups.paths) {
    if (nodeAt(own.input.tree, path) === undefined) yield found('group-missing', [path])
  }
}

/**
 * A draft has no bytes for the validator yet, so what the schema has against it is told from the catalogue, except
 * for what is filled in when the message is made. A finished message is judged by the validator, in the gate.
 */
export function* draftFitsSchema(own: Reading): Iterable<Found> {
  const { tree, catalogue, phase } = own.input
  if (phase !== 'draft') return
  for (const { code, args, where } of checkMessage(tree, catalogue)) {
    const path = where?.path ?? ''
    if (facts.atSigning.paths.includes(schemaPath(path))) continue
    yield found('schema-error', [path], { ...args, problem: code })
  }
}

/** Rule 83: optional in the schema, asked for by (EU) 2020/683. */
export function* manufactureDateGiven(own: Reading): Iterable<Found> {
  if (!own.has('manufactureDate')) yield found('manufacture-date-missing', [own.at('manufactureDate')])
}

/** Indicators of items that stand on the category must be there, `N` included. */
export function* indicatorsGiven(vehicle: Reading): Iterable<Found> {
  for (const path of facts.indicators.paths) {
    if (relevanceOf(path, vehicle) !== 'relevant') continue
    const cut = path.lastIndexOf('/')
    const [parent, name] = [path.slice(0, cut), path.slice(cut + 1)]
    const node = nodeAt(vehicle.tree, parent)
    // A missing table or group is another rule's; an indicator directly in the certificate has no such excuse.
    if (node === undefined || typeof node === 'string') continue
    const rows = isRows(node) ? node : [node]
    for (const [index, row] of rows.entries()) {
      const at = isRows(node) ? `${parent}[${index + 1}]` : parent
      if (row[name] === undefined) {
        yield found('indicator-missing', [`${at}/${name}`], { category: vehicle.category?.base ?? '' })
      }
    }
  }
}
