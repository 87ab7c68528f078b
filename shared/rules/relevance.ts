import others from '../../schemas/rules/other-acts.json' with { type: 'json' }
import facts from '../../schemas/rules/relevance.json' with { type: 'json' }
import { type Found, found } from './found.ts'
import { itemsOf } from './item-facts.ts'
import type { Reading } from './reading.ts'
import { inOneOrder, statedFields } from './stated-fields.ts'

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
  if (lists.some((categories) => categories?.includes(base))) return 'relevant'
  return lists.length > 0 && lists.every((categories) => categories !== null) ? 'irrelevant' : 'unknown'
}

function isUnsure(path: string, base: string): boolean {
  const field = unsureFields[path]
  if (field && (field.categories.length === 0 || field.categories.includes(base))) return true
  return itemsOf(path).some(({ item }) => unsureItems[item] !== undefined)
}

/** Fields of our message that answer a question, each with the instances that stand in it, in one order. */
function fieldsThat(own: Reading, asked: (path: string) => boolean) {
  return inOneOrder([...statedFields(own.input.tree)].filter(([path]) => asked(path)))
}

/** The receiving check refuses a file with a field that does not belong to the category, such as a colour on M2. */
export function* fieldsFitCategory(own: Reading): Iterable<Found> {
  const category = own.text('category')?.value ?? ''
  for (const [path, instances] of fieldsThat(own, (each) => relevanceOf(each, own) === 'irrelevant')) {
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
  const asked = (path: string) => paths.includes(path) && relevanceOf(path, own) !== 'irrelevant'
  for (const [, instances] of fieldsThat(own, asked)) {
    yield found('field-not-on-stage', instances, { stage: own.stage ?? '' })
  }
}

/** Elements of tractors, motorcycles and non-road engines on a vehicle of (EU) 2018/858. */
export function* fieldsOfOtherActs(own: Reading): Iterable<Found> {
  const asked = (path: string) => otherActs.has(path.slice(path.lastIndexOf('/') + 1))
  for (const [, instances] of fieldsThat(own, asked)) {
    yield found('field-of-other-act', instances, { category: own.text('category')?.value ?? '' })
  }
}
