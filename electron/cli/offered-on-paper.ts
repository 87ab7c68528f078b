import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type ReadableScan, readableScan } from '../../shared/paper/item-text.ts'
import { type Suggestion, suggestionsFor } from '../../shared/paper/suggest.ts'
import { problem } from '../../shared/problem.ts'
import { spellOut } from '../../shared/record/layer-paths.ts'
import type { PaperBaseView } from '../../shared/record/paper-views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { knownPath } from '../pipeline/known-path.ts'
import type { Backend } from './backend.ts'

export interface Offered extends Suggestion {
  readonly path: string
}

const mostRows = 50

/**
 * What the scans in use offer: for the named fields, else for every field that has no value yet, in the order of the
 * schema; row by row as far as the paper states rows, unless one is named. Problems: `path-unreadable`, `path-unknown`,
 * `path-no-field`.
 */
export async function offeredOnPaper(
  { scans, tree }: Pick<PaperBaseView, 'scans' | 'tree'>,
  backend: Backend,
  fields: readonly string[],
): Promise<Result<readonly Offered[]>> {
  const { catalogue } = backend.workspace
  for (const path of fields) {
    const known = knownPath(path, catalogue)
    if (!known.ok) return known
    if (known.value !== 'field') return fail(problem('path-no-field', { path }, { path }, false))
  }
  const read: ReadableScan[] = []
  for (const scan of scans.filter(({ hasText, replaced }) => hasText && !replaced)) {
    const pages = await backend.call('paper-base/scan-pages', { scan: scan.id })
    if (!pages.ok) return pages
    read.push(readableScan(scan, pages.value))
  }
  const offer = (path: string): readonly Offered[] =>
    suggestionsFor(path, read, catalogue).map((one) => ({ path, ...one }))
  const isOfRows = (path: string): boolean => path === schemaPath(path)
  if (fields.length > 0)
    return ok(fields.flatMap((path) => (isOfRows(path) ? inRows(path, catalogue, offer) : offer(path))))
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
