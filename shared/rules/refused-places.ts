import facts from '../../schemas/rules/relevance.json' with { type: 'json' }
import { baseCategory } from '../ivi/facts.ts'

const { places } = facts.refusedPlaces

/** Whether the receiving check refuses a place (a field or a table) on a category at a stage. */
export function isRefusedPlace(path: string, category: string, stage: string): boolean {
  const base = baseCategory(category)
  const holds = (known: readonly string[], one: string): boolean => known.length === 0 || known.includes(one)
  return places.some(
    ({ place, categories, stages }) =>
      (path === place || path.startsWith(`${place}/`)) && holds(categories, base) && holds(stages, stage),
  )
}
