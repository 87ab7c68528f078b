import { sectionTitle } from '../../../../shared/ivi/layout.ts'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { Language } from '../../../../shared/messages.ts'
import { groups, sections } from '../../../fields/field-facts.ts'
import type { Words } from '../../../language/words.ts'
import { repeatingPlaces } from './rows.ts'

type Sections = typeof sections
const known = new WeakMap<Sections, ReadonlySet<string>>()

/** What an action on a table is called; where other sections show the same rows too, with the section it stands in. */
export function namedInSection(
  action: string,
  table: string,
  section: string,
  t: Words,
  language: Language,
): string {
  if (!splitTables().has(schemaPath(table))) return action
  return t('form.in-section', { action, section: sectionTitle(section, language) })
}

/** Tables whose fields stand in more than one section, such as an axle's spacing, masses and tyres. */
function splitTables(): ReadonlySet<string> {
  const before = known.get(sections)
  if (before) return before
  const found = new Map<string, string>()
  const split = new Set<string>()
  for (const { id, fields } of sections) {
    for (const field of fields) {
      const table = repeatingPlaces(field, (place) => groups.has(place)).at(-1)
      if (table === undefined) continue
      if ((found.get(table) ?? id) !== id) split.add(table)
      found.set(table, id)
    }
  }
  known.set(sections, split)
  return split
}
