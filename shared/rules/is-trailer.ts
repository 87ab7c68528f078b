import facts from '../../schemas/rules/categories.json' with { type: 'json' }
import { baseCategory } from '../ivi/facts.ts'

/** Whether vehicles of a category, such as `O4` or one of its special kinds, are trailers of (EU) 2018/858. */
export function isTrailer(category: string): boolean {
  return facts.trailers.categories.includes(baseCategory(category))
}
