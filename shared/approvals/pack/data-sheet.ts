import { type Catalogue, fieldIndex, type ValueType } from '../../ivi/catalogue.ts'
import { codeLabel, itemOf, labelOf, unitOf } from '../../ivi/facts.ts'
import { formSections, sectionTitle, tableTitle } from '../../ivi/layout.ts'
import { leavesOf } from '../../ivi/message.ts'
import { schemaPath } from '../../ivi/path.ts'
import { placeFields, sectionsOf } from '../../ivi/place-fields.ts'
import type { Language } from '../../messages.ts'
import { localised } from '../../rules/explain.ts'
import { type Html, html } from './html.ts'
import type { PackRecord } from './pack.ts'
import { say } from './words.ts'

/** Every item of the vehicle, section by section as the certificate of conformity groups them. */
export function dataSheet({ tree, catalogue, language }: PackRecord): Html {
  const leaves = [...leavesOf(tree)]
  const bySchemaPath = Map.groupBy(leaves, ([path]) => schemaPath(path))
  const form = sectionsOf(catalogue, formSections, placeFields(catalogue, formSections))
  const sections = form.flatMap(({ id, fields }) => {
    const rows = fields.flatMap((field) => bySchemaPath.get(field) ?? [])
    if (rows.length === 0) return []
    return [
      html`<h2>${sectionTitle(id, language)}</h2>
<table><thead><tr><th class="item">${say(language, 'item')}</th><th>${say(language, 'label')}</th><th class="value">${say(language, 'value')}</th></tr></thead>
<tbody>${rows.map(([path, value]) => line(path, value, catalogue, language))}</tbody></table>`,
    ]
  })
  return html`${sections}<p class="note">${say(language, 'data-sheet-note')}</p>`
}

function line(path: string, value: string, catalogue: Catalogue, language: Language): Html {
  return html`<tr><td class="item">${itemOf(path)?.item ?? ''}</td><td>${labelOf(path, language)}${rowNote(path, language)}</td>
<td class="value">${shownValue(path, value, fieldIndex(catalogue).get(schemaPath(path))?.type, language)}</td></tr>`
}

/** `Axles 2`, where a field stands in the second row of a table. */
function rowNote(path: string, language: Language): string {
  const rows = [...path.matchAll(/\[(\d+)\]/g)].map((found) => {
    const group = path.slice(0, found.index)
    return `${tableTitle(group, language)} ${found[1]}`
  })
  return rows.length === 0 ? '' : ` (${rows.join(', ')})`
}

function shownValue(path: string, value: string, type: ValueType | undefined, language: Language): string {
  if (type?.codes) {
    const label = codeLabel(type.name, value, language)
    return label ? `${value} · ${label}` : value
  }
  const unit = unitOf(path)
  return String(localised(unit ? `${value} ${unit}` : value, language))
}
