import others from '../../schemas/rules/other-acts.json' with { type: 'json' }
import facts from '../../schemas/rules/relevance.json' with { type: 'json' }
import { itemsOf, type Relevance, relevance } from '../ivi/facts.ts'
import { type Found, found } from './found.ts'
import type { Reading } from './reading.ts'
import { inOneOrder, statedFields } from './stated-fields.ts'

const unsureItems: Readonly<Record<string, string>> = facts.unsureItems
const unsureFields: Readonly<Record<string, { readonly categories: readonly string[] }>> = facts.unsureFields
const otherActs = new Set(others.fields)

/** The items' word on a field of this vehicle; asked for every field at every keystroke, so it is kept. */
export function relevanceOf(path: string, vehicle: Reading): Relevance {
  const base = vehicle.category?.base
  if (!base || !vehicle.stage) return 'unknown'
  const key = `${base} ${vehicle.stage}`
  const answers = known.get(key) ?? new Map<string, Relevance>()
  known.set(key, answers)
  const answer = answers.get(path) ?? relevance(path, base, vehicle.stage)
  answers.set(path, answer)
  return answer
}

const known = new Map<string, Map<string, Relevance>>()

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
