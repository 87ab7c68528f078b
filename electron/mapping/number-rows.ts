import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import { numberedByPlace } from '../../shared/template/template-facts.ts'

/**
 * Numbers the rows of a template's tables by their place: whoever writes under “Axle 2” has said that its number
 * is 2. The number comes from where the row's first value does.
 */
export function numberRows(layer: Layer, catalogue: Catalogue): Layer {
  const numbers: Record<string, LayerValue> = {}
  for (const [path, { source }] of Object.entries(layer)) {
    for (const match of path.matchAll(/[A-Za-z0-9]+\[(\d+)\]/g)) {
      const row = path.slice(0, match.index + match[0].length)
      const name = numberField(row, catalogue)
      const at = `${row}/${name}`
      if (name && layer[at] === undefined) numbers[at] ??= { value: match[1] ?? '1', source }
    }
  }
  return { ...layer, ...numbers }
}

/** The element that numbers the row; undefined where rows have none, or one that is no number of their place. */
function numberField(row: string, catalogue: Catalogue): string | undefined {
  const fields = fieldIndex(catalogue)
  const group = schemaPath(row)
  return [...numberedByPlace].find((name) => fields.has(`${group}/${name}`))
}
