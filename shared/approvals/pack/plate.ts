import facts from '../../../schemas/approvals/plate.json' with { type: 'json' }
import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import { baseCategory } from '../../ivi/facts.ts'
import { leavesOf, type MessageTree, rowsAt, valueAt } from '../../ivi/message.ts'
import { isIndividualNumber } from '../number.ts'
import { type Html, html } from './html.ts'
import type { PackRecord } from './pack.ts'
import { say } from './words.ts'

/** The statutory plate of our stage as it is printed or engraved: (EU) 2021/535 Annex II. */
export function plate({ vin, approval, manufacturer, stage, tree, language }: PackRecord): Html {
  const lines = massLines(tree)
  return html`<div class="plate"><p class="maker">${manufacturer}</p>
<p>${withoutExtension(approval) || '—'}</p>
${stage > 1 ? html`<p>${say(language, 'stage', { stage })}</p>` : ''}
<p class="vin">${vin}</p>
${lines.map(([mark, value]) => html`<p class="mass"><span>${mark}</span><span>${value} kg</span></p>`)}</div>
<p class="note">${say(language, 'plate-note')}</p>
${lines.length === 0 ? html`<p>${say(language, 'plate-without-masses')}</p>` : ''}
<div class="sign"><p>${say(language, 'fitted-day')}</p><p>${say(language, 'fitted-by')}</p></div>`
}

/** The extension is left out on the plate alone ((EU) 2020/683 Annex IV); an individual number has none. */
function withoutExtension(approval: string): string {
  return isIndividualNumber(approval) ? approval : approval.split('*').slice(0, 3).join('*')
}

/** The laden mass, the combination's, then the coupling (0) and the axles from the front. */
function massLines(tree: MessageTree): readonly (readonly [string, string])[] {
  const laden = valueAt(tree, facts.fields.ladenMass)
  const combination = heaviest(tree, facts.fields.combination)
  const category = baseCategory(valueAt(tree, paths.category) ?? '')
  const coupling = facts.trailers.includes(category)
    ? heaviest(tree, paths.verticalMass.slice(paths.verticalMass.lastIndexOf('/') + 1))
    : undefined
  const axles = rowsAt(tree, facts.fields.axles).flatMap((row, at) => {
    const mass = valueAt(row, facts.fields.axleMass)
    return mass === undefined ? [] : [[`${at + 1} –`, mass] as const]
  })
  return [
    ...(laden === undefined ? [] : [['', laden] as const]),
    ...(combination === undefined ? [] : [['', combination] as const]),
    ...(coupling === undefined ? [] : [['0 –', coupling] as const]),
    ...axles,
  ]
}

/** A combination's or coupling's mass is stated for each body; the plate shows the highest. */
function heaviest(tree: MessageTree, name: string): string | undefined {
  return [...leavesOf(tree)]
    .filter(([path]) => path.endsWith(`/${name}`))
    .map(([, value]) => value)
    .sort((a, b) => Number(a) - Number(b))
    .at(-1)
}
