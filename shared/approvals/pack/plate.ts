import { type Html, html } from './html.ts'
import type { PackRecord } from './pack.ts'
import { plateApproval, plateMasses } from './plate-lines.ts'
import { say } from './words.ts'

/** The statutory plate of our stage as it is printed or engraved: (EU) 2021/535 Annex II. */
export function plate({ vin, approval, manufacturer, stage, tree, language }: PackRecord): Html {
  const masses = plateMasses(tree)
  return html`<div class="plate"><p class="maker">${manufacturer}</p>
<p>${plateApproval(approval) || '—'}</p>
${stage > 1 ? html`<p>${say(language, 'stage', { stage })}</p>` : ''}
<p class="vin">${vin}</p>
${masses.map(({ mark, kg }) => html`<p class="mass"><span>${mark}</span><span>${kg} kg</span></p>`)}</div>
<p class="note">${say(language, 'plate-note')}</p>
${masses.length === 0 ? html`<p>${say(language, 'plate-without-masses')}</p>` : ''}
<div class="sign"><p>${say(language, 'fitted-day')}</p><p>${say(language, 'fitted-by')}</p></div>`
}
