import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import type { Catalogue } from '../../ivi/catalogue.ts'
import { type MessageTree, valueAt } from '../../ivi/message.ts'
import type { Language } from '../../messages.ts'
import { localised } from '../../rules/explain.ts'
import type { RecordWeights } from '../../weights/record-weights.ts'
import { calculation } from './calculation.ts'
import { dataSheet } from './data-sheet.ts'
import { type Html, html, page } from './html.ts'
import { plate } from './plate.ts'
import { say } from './words.ts'

/** A vehicle as the papers show it. */
export interface PackRecord {
  readonly vin: string
  readonly order: string
  /** The approval that the vehicle goes by, as its record or the folder names it; empty where none does. */
  readonly approval: string
  readonly manufacturer: string
  /** Number of our stage, from 1. */
  readonly stage: number
  /** The vehicle as all stages and ours make it. */
  readonly tree: MessageTree
  readonly weights: RecordWeights
  readonly catalogue: Catalogue
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly language: Language
}

/** Data sheet, calculation and statutory plate as one HTML page that prints on A4 and fetches nothing. */
export function packHtml(record: PackRecord): string {
  const { language, vin } = record
  const title = `${vin} · ${say(language, 'title')}`
  return page(language, title, [
    section(record, 'data-sheet', dataSheet(record)),
    section(record, 'calculation', calculation(record)),
    section(record, 'plate', plate(record)),
  ])
}

function section(record: PackRecord, name: string, body: Html): Html {
  const { language, vin, order, approval, tree, day, manufacturer } = record
  const facts: readonly (readonly [string, string])[] = [
    ['vin', vin],
    ['category', valueAt(tree, paths.category) ?? ''],
    ['approval', approval],
    ['order', order],
    ['day', String(localised(day, language))],
  ]
  return html`<section>
<div class="head"><div><h1>${say(language, name)}</h1><p>${manufacturer}</p></div>
<dl>${facts.flatMap(([key, value]) => (value === '' ? [] : [html`<dt>${say(language, key)}</dt><dd>${value}</dd>`]))}</dl></div>
${body}
</section>`
}
