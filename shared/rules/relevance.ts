import others from '../../schemas/rules/other-acts.json' with { type: 'json' }
import facts from '../../schemas/rules/relevance.json' with { type: 'json' }
import { itemsOf, type Relevance, relevance } from '../ivi/facts.ts'
import { remember } from '../remember.ts'
import { clear, type Found, found } from './found.ts'
import type { Reading } from './reading.ts'
import { inOneOrder, statedFields } from './stated-fields.ts'

const unsureItems: Readonly<Record<string, string>> = facts.unsureItems
const unsureFields: Readonly<Record<string, { readonly categories: readonly string[] }>> = facts.unsureFields
const otherActs = new Set(others.fields)
const isOfOtherAct = remember((path) => otherActs.has(path.slice(path.lastIndexOf('/') + 1)))

/** The items' word on a field of this vehicle; asked for every field at every keystroke, so it is kept. */
export function relevanceOf(path: string, vehicle: Reading): Relevance {
  const base = vehicle.category?.base
  if (!base || !vehicle.stage) return 'unknown'
  const answers = answersFor(vehicle, base, vehicle.stage)
  const before = answers.get(path)
  if (before) return before
  const answer = relevance(path, base, vehicle.stage)
  answers.set(path, answer)
  return answer
}

const known = new Map<string, Map<string, Relevance>>()
/** Found again without putting a key together: a reading is asked for some hundred fields. */
const ofReading = new WeakMap<Reading, Map<string, Relevance>>()

function answersFor(vehicle: Reading, base: string, stage: string): Map<string, Relevance> {
  const before = ofReading.get(vehicle)
  if (before) return before
  const key = `${base} ${stage}`
  const answers = known.get(key) ?? new Map<string, Relevance>()
  known.set(key, answers)
  ofReading.set(vehicle, answers)
  return answers
}

function isUnsure(path: string, base: string): boolean {
  const field = unsureFields[path]
  if (field && (field.categories.length === 0 || field.categories.includes(base))) return true
  return itemsOf(path).some(({ item }) => unsureItems[item] !== undefined)
}

/** Fields of our message that answer a question, each with the instances that stand in it, in one order. */
function fieldsThat(own: Reading, asked: (path: string) => boolean) {
  // Hardly ever any of some hundred fields.
  const those: [string, readonly [string, ...string[]]][] = []
  for (const [path, instances] of statedFields(own.input.tree)) if (asked(path)) those.push([path, instances])
  return inOneOrder(those)
}

/** Places whose rule has more to say than that they are out of place. */
export function isToldByOtherRule(path: string, base: string): boolean {
  return facts.toldByOtherRules.places.some(
    ({ place, categories }) => path.startsWith(`${place}/`) && categories.includes(base),
  )
}

/** The receiving check refuses a file with a field that does not belong to the category, such as a colour on M2. */
export function* fieldsFitCategory(own: Reading): Iterable<Found> {
  const category = own.text('category')?.value ?? ''
  const base = own.category?.base ?? ''
  const asked = (path: string) => relevanceOf(path, own) === 'irrelevant' && !isToldByOtherRule(path, base)
  for (const [path, instances] of fieldsThat(own, asked)) {
    const unsure = isUnsure(path, base)
    const args = { category, stage: own.stage ?? '' }
    // A fact that is not sure enough to refuse for is not sure enough to clear for either.
    yield unsure
      ? found('field-perhaps-not-for-category', instances, args)
      : found('field-not-for-category', instances, args, clear(instances))
  }
}

/** Rule 82: what only the other stage's models have. */
export function* fieldsFitStage(own: Reading): Iterable<Found> {
  const paths: readonly string[] = own.stage === 'I' ? facts.notOnStage.incomplete : facts.notOnStage.complete
  const asked = (path: string) => paths.includes(path) && relevanceOf(path, own) !== 'irrelevant'
  for (const [, instances] of fieldsThat(own, asked)) {
    yield found('field-not-on-stage', instances, { stage: own.stage ?? '' }, clear(instances))
  }
}

/** Elements of tractors, motorcycles and non-road engines on a vehicle of (EU) 2018/858. */
export function* fieldsOfOtherActs(own: Reading): Iterable<Found> {
  for (const [, instances] of fieldsThat(own, isOfOtherAct)) {
    yield found('field-of-other-act', instances, { category: own.text('category')?.value ?? '' })
  }
}

/** Rule 37: M1 and N1 have no item 17; whatever of it stands there is out of place. */
export function* noInServiceMasses(vehicle: Reading): Iterable<Found> {
  const base = vehicle.category?.base ?? ''
  const stated = inOneOrder([...statedFields(vehicle.tree)].filter(([path]) => isToldByOtherRule(path, base)))
  const instances = stated.flatMap(([, each]) => each)
  const [first, ...others] = instances
  if (first === undefined) return
  const args = { category: vehicle.text('category')?.value ?? '' }
  yield found('in-service-on-light', [first, ...others], args, clear(instances))
}
