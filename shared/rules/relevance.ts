import others from '../../schemas/rules/other-acts.json' with { type: 'json' }
import facts from '../../schemas/rules/relevance.json' with { type: 'json' }
import { leavesOf } from '../ivi/message.ts'
import { schemaPath } from '../ivi/path.ts'
import { type Found, found } from './found.ts'
import { itemsOf } from './item-facts.ts'
import type { Reading } from './reading.ts'

/** `unknown` where the facts are silent: a blank category never makes a field irrelevant. */
export type Relevance = 'relevant' | 'irrelevant' | 'unknown'

const unsureItems: Readonly<Record<string, string>> = facts.unsureItems
const unsureFields: Readonly<Record<string, { readonly categories: readonly string[] }>> = facts.unsureFields
const otherActs = new Set(others.fields)

/** Whether a field belongs to the vehicle's category and stage. One item that says so is enough. */
export function relevanceOf(path: string, vehicle: Reading): Relevance {
  const base = vehicle.category?.base
  if (!base || !vehicle.stage) return 'unknown'
  const items = itemsOf(path)
  const lists = items.map((item) => (vehicle.stage === 'I' ? item.incomplete : item.complete))
  if (lists.some((categories) => categories.includes(base))) return 'relevant'
  return lists.length > 0 && lists.every((categories) => categories.length > 0) ? 'irrelevant' : 'unknown'
}

function isUnsure(path: string, base: string): boolean {
  const field = unsureFields[path]
  if (field && (field.categories.length === 0 || field.categories.includes(base))) return true
  return itemsOf(path).some(({ item }) => unsureItems[item] !== undefined)
}

/** Fields of our message by schema path, each with the instances that stand in it, in one order for any message. */
function fieldsOf(own: Reading): ReadonlyMap<string, readonly [string, ...string[]]> {
  const fields = new Map<string, [string, ...string[]]>()
  for (const path of leavesOf(own.input.tree).keys()) {
    const schema = schemaPath(path)
    const known = fields.get(schema)
    if (known) known.push(path)
    else fields.set(schema, [path])
  }
  return new Map([...fields].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The receiving check refuses a file with a field that does not belong to the category, such as a colour on M2. */
export function* fieldsFitCategory(own: Reading): Iterable<Found> {
  const category = own.text('category')?.value ?? ''
  for (const [path, instances] of fieldsOf(own)) {
    if (relevanceOf(path, own) !== 'irrelevant') continue
    const unsure = isUnsure(path, own.category?.base ?? '')
    yield found(unsure ? 'field-perhaps-not-for-category' : 'field-not-for-category', instances, {
      category,
      stage: own.stage ?? '',
    })
  }
}

/** Rule 82: what only the other stage's models have. */
export function* fieldsFitStage(own: Reading): Iterable<Found> {
  const paths: readonly string[] = own.stage === 'I' ? facts.notOnStage.incomplete : facts.notOnStage.complete
  for (const [path, instances] of fieldsOf(own)) {
    if (!paths.includes(path) || relevanceOf(path, own) === 'irrelevant') continue
    yield found('field-not-on-stage', instances, {
      stage: own.stage ?? '',
    })
  }
}

/** Elements of tractors, motorcycles and non-road engines on a vehicle of (EU) 2018/858. */
export function* fieldsOfOtherActs(own: Reading): Iterable<Found> {
  for (const [path, instances] of fieldsOf(own)) {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (!otherActs.has(name)) continue
    yield found('field-of-other-act', instances, { category: own.text('category')?.value ?? '' })
  }
}
