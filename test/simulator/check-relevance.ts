import facts from '../../schemas/ivi/2.0/items.json' with { type: 'json' }
import doubts from '../../schemas/rules/relevance.json' with { type: 'json' }
import type { Reason } from './ledger.ts'
import { rootPath, type Vehicle } from './read-vehicle.ts'

interface Item {
  readonly item: string
  readonly fields: readonly string[]
  /** Categories; none where nothing is known. */
  readonly complete: readonly string[] | null
  readonly incomplete: readonly string[] | null
}

const itemsByField = new Map<string, Item[]>()
for (const item of facts.items as readonly Item[]) {
  for (const field of item.fields) itemsByField.set(field, [...(itemsByField.get(field) ?? []), item])
}
const doubtfulItems = new Set(Object.keys(doubts.unsureItems))
const doubtfulFields: Readonly<Record<string, { readonly categories: readonly string[] }>> =
  doubts.unsureFields

/**
 * A field that does not belong to the vehicle's category has the whole file refused (EReg, IVI 2.0 Change Overview).
 * Only facts that are sure refuse: a field whose every item names its categories, none of them this one.
 */
export function checkRelevance(vehicle: Vehicle): readonly Reason[] {
  const category = /^[MNO]\d/.exec(vehicle.value('CocDataGroup/VehicleCategory'))?.[0]
  if (!category) return []
  const column = vehicle.value('CocDataGroup/StageOfCompletion') === 'I' ? 'incomplete' : 'complete'
  return [...vehicle.values.keys()].flatMap((field) => {
    const path = field.slice(rootPath.length).replaceAll(/\[\d+\]/g, '')
    const items = itemsByField.get(path) ?? []
    if (items.length === 0 || isDoubtful(path, category, items)) return []
    const lists = items.map((item) => item[column] ?? [])
    const belongs = lists.some((categories) => categories.length === 0 || categories.includes(category))
    const text = `${path.slice(path.lastIndexOf('/') + 1)} does not belong to a vehicle of category ${category}`
    return belongs ? [] : [{ code: 'NOT-RELEVANT', text, field }]
  })
}

function isDoubtful(path: string, category: string, items: readonly Item[]): boolean {
  const doubt = doubtfulFields[path]
  if (doubt && (doubt.categories.length === 0 || doubt.categories.includes(category))) return true
  return items.some(({ item }) => doubtfulItems.has(item))
}
