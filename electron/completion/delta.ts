import facts from '../../schemas/completion/carry-over.json' with { type: 'json' }
import { type Catalogue, fieldIndex, groupType } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import { tableOf } from './tables.ts'

/**
 * Which places of the earlier stages a delta repeats: what the schema requires, indicators, groups that every message
 * must hold, and every table that ours touches, whole. `stated` are our instance paths (removed rows among them).
 */
export function deltaRepeats(stated: ReadonlySet<string>, catalogue: Catalogue): (path: string) => boolean {
  const tables = new Set<string>()
  for (const path of stated) {
    const table = tableOf(path, catalogue)
    if (table && table !== path) tables.add(table)
  }
  const required = requiredPlaces(stated, catalogue)
  const bare = facts.delta.groups.paths.filter((group) => ![...stated].some((path) => liesIn(path, group)))
  return (path) => {
    const table = tableOf(path, catalogue)
    if (table) return tables.has(table) || required.has(table)
    const place = schemaPath(path)
    return required.has(place) || bare.some((group) => liesIn(place, group)) || isIndicator(place, catalogue)
  }
}

/** Required fields and tables of every group that the message will hold. */
function requiredPlaces(stated: ReadonlySet<string>, catalogue: Catalogue): ReadonlySet<string> {
  const places = new Set<string>()
  const touched = (group: string): boolean => [...stated].some((path) => liesIn(path, group))
  const visit = (name: string, prefix: string): void => {
    for (const member of groupType(catalogue, name).members) {
      if (member.kind === 'signature') continue
      const path = prefix + member.name
      if (member.kind === 'field' || groupType(catalogue, member.type).kind === 'sequence') {
        if (member.min === 1) places.add(path)
      } else if (member.min === 1 || touched(path)) visit(member.type, `${path}/`)
    }
  }
  visit(catalogue.root, '')
  return places
}

function isIndicator(place: string, catalogue: Catalogue): boolean {
  const codes = fieldIndex(catalogue).get(place)?.type.codes
  return codes?.length === facts.delta.indicators.codes.length && codes.every((code) => isYesOrNo(code))
}

function isYesOrNo(code: string): boolean {
  return facts.delta.indicators.codes.includes(code)
}
