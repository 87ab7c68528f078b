import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { type ReadableScan, readableScan } from '../../shared/paper/item-text.ts'
import { type Suggestion, suggestionsFor } from '../../shared/paper/suggest.ts'
import { spellOut } from '../../shared/record/layer-paths.ts'
import type { PaperBaseView } from '../../shared/record/paper-views.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { Backend } from './backend.ts'

export interface Offered extends Suggestion {
  readonly path: string
}

const mostRows = 50

/**
 * What the scans in use offer: for the named fields, else for every field that has no value yet, in the order of the
 * schema and row by row as far as the paper states rows.
 */
export async function offeredOnPaper(
  { scans, tree }: Pick<PaperBaseView, 'scans' | 'tree'>,
  backend: Backend,
  fields: readonly string[],
): Promise<Result<readonly Offered[]>> {
  const { catalogue } = backend.workspace
  const read: ReadableScan[] = []
  for (const scan of scans.filter(({ hasText, replaced }) => hasText && !replaced)) {
    const pages = await backend.call('paper-base/scan-pages', { scan: scan.id })
    if (!pages.ok) return pages
    read.push(readableScan(scan, pages.value))
  }
  const offer = (path: string): readonly Offered[] =>
    suggestionsFor(path, read, catalogue).map((one) => ({ path, ...one }))
  if (fields.length > 0) return ok(fields.flatMap(offer))
  const stated = leavesOf(tree)
  return ok(
    [...fieldIndex(catalogue).keys()]
      .flatMap((field) => inRows(field, catalogue, offer))
      .filter(({ path }) => !stated.has(path)),
  )
}

/** A field in its first row, and in each further one as long as the paper states something there. */
function inRows(
  field: string,
  catalogue: Catalogue,
  offer: (path: string) => readonly Offered[],
): readonly Offered[] {
  const [first = '', ...groups] = spellOut(field, catalogue).split('[1]')
  const from = (begun: string, rest: readonly string[]): readonly Offered[] => {
    const [next, ...further] = rest
    if (next === undefined) return offer(begun)
    const all: Offered[] = []
    for (let row = 1; row <= mostRows; row += 1) {
      const found = from(`${begun}[${row}]${next}`, further)
      if (found.length === 0) break
      all.push(...found)
    }
    return all
  }
  return from(first, groups)
}
