import type { Catalogue } from '../ivi/catalogue.ts'
import { leavesOf } from '../ivi/message.ts'
import { buildTree } from '../ivi/set-value.ts'
import { spellOut } from './layer-paths.ts'
import type { ComposedDraft, Layers, Source } from './layers.ts'
import { renumberer, rowsOf, type Said, strongest } from './strongest.ts'

/**
 * One message out of what every origin said. A stronger origin replaces a weaker one's value; its `null` takes away
 * what weaker origins say at that place (a field, a row, a group or a table), never what it says itself. Rows that
 * remain are numbered without gaps. Layers are checked where they are made: an unknown path here is a bug.
 */
export function composeDraft(layers: Layers, catalogue: Catalogue): ComposedDraft {
  const said = strongest(layers, catalogue)
  const draftPath = renumberer(rowsOf(said.keys()))
  const composed = new Map<string, Said>()
  for (const [path, one] of said) composed.set(draftPath(path), one)
  const built = buildTree(
    [...composed].map(([path, one]) => [path, one.value] as const),
    catalogue,
  )
  if (!built.ok) throw new Error(`layers make no message: ${built.problem.code} ${built.problem.where?.path}`)
  const sources: Record<string, Source> = {}
  for (const path of leavesOf(built.value).keys()) {
    const source = composed.get(path)?.source
    if (source) sources[path] = source
  }
  return { tree: built.value, sources }
}

/**
 * The path under which a layer speaks of a place of the composed draft. They differ where a row was taken away: the
 * draft's second row may be the layers' third. A row behind the last one gets a number that no layer ever used, so
 * that a new row never revives a removed one.
 */
export function layerPathOf(path: string, layers: Layers, catalogue: Catalogue): string {
  const rows = rowsOf(strongest(layers, catalogue).keys())
  const used = rowsOf(allPaths(layers, catalogue))
  let spelled = ''
  for (const part of spellOut(path, catalogue).split('/')) {
    const prefix = spelled === '' ? '' : `${spelled}/`
    const [name = '', number] = part.split(/[[\]]/)
    if (number === undefined) {
      spelled = prefix + name
      continue
    }
    const present = rows.get(prefix + name) ?? []
    const wanted = Number(number)
    const last = (used.get(prefix + name) ?? []).at(-1) ?? 0
    spelled = `${prefix}${name}[${present[wanted - 1] ?? last + wanted - present.length}]`
  }
  return spelled
}

/** The other way round: where a layer's place stands in the composed draft; undefined where it does not stand. */
export function draftPathOf(path: string, layers: Layers, catalogue: Catalogue): string | undefined {
  const said = strongest(layers, catalogue)
  const spelled = spellOut(path, catalogue)
  return said.has(spelled) ? renumberer(rowsOf(said.keys()))(spelled) : undefined
}

function* allPaths(layers: Layers, catalogue: Catalogue): Iterable<string> {
  for (const layer of Object.values(layers)) {
    for (const path of Object.keys(layer)) yield spellOut(path, catalogue)
  }
}
