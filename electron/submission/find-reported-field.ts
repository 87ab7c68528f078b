import catalogueJson from '../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import { type Catalogue, groupType } from '../../shared/ivi/catalogue.ts'
import { parsePath, schemaPath } from '../../shared/ivi/path.ts'

/**
 * Our instance path of the field or group that an authority names, in whatever spelling: an XPath with prefixes and
 * root, a path, or the bare name where it stands in one place only. Undefined where it fits no place or several.
 */
export function findReportedField(reported: string, catalogue: Catalogue = own): string | undefined {
  const path = reported
    .trim()
    .replace(/^\/+/, '')
    .split('/')
    .map((step) => step.replace(/^[\w.-]+:/, ''))
    .filter((step, at) => !(at === 0 && step === catalogue.root))
    .join('/')
  if (!parsePath(path)) return undefined
  const bare = schemaPath(path)
  const places = placesByName(catalogue).get(bare.slice(bare.lastIndexOf('/') + 1)) ?? []
  if (places.includes(bare)) return path
  const [place, ...others] = places.filter((known) => known.endsWith(`/${bare}`))
  if (!place || others.length > 0) return undefined
  return place.slice(0, place.length - bare.length) + path
}

const own = catalogueJson as unknown as Catalogue
const known = new WeakMap<Catalogue, ReadonlyMap<string, readonly string[]>>()

/** Name of a field or group → the schema paths where it stands. */
function placesByName(catalogue: Catalogue): ReadonlyMap<string, readonly string[]> {
  const before = known.get(catalogue)
  if (before) return before
  const found = new Map<string, string[]>()
  const visit = (group: string, prefix: string): void => {
    for (const member of groupType(catalogue, group).members) {
      if (member.kind === 'signature') continue
      const path = prefix + member.name
      found.set(member.name, [...(found.get(member.name) ?? []), path])
      if (member.kind === 'group') visit(member.type, `${path}/`)
    }
  }
  visit(catalogue.root, '')
  known.set(catalogue, found)
  return found
}
