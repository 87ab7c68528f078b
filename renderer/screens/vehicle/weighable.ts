import facts from '../../../schemas/completion/comparisons.json' with { type: 'json' }
import { relevance } from '../../../shared/ivi/facts.ts'
import { type MessageTree, rowsAt, valueAt } from '../../../shared/ivi/message.ts'
import { groups } from '../../fields/field-facts.ts'

/**
 * The places of this message that a slip can speak for: what is compared with a weighing, as far as category and
 * stage have it; in tables a place for each row that is there.
 */
export function weighablePlaces(tree: MessageTree): readonly string[] {
  const category = valueAt(tree, 'CocDataGroup/VehicleCategory') ?? ''
  const stage = valueAt(tree, 'CocDataGroup/StageOfCompletion') ?? ''
  return facts.measured
    .filter(({ onStages }) => !onStages || stage === '' || onStages.includes(stage))
    .filter(({ path }) => relevance(path, category, stage) !== 'irrelevant')
    .flatMap(({ path }) => {
      const table = [...groups.keys()].find((group) => path.startsWith(`${group}/`))
      if (!table) return [path]
      return rowsAt(tree, table).map((_, at) => `${table}[${at + 1}]${path.slice(table.length)}`)
    })
}
