import plateFacts from '../../../schemas/approvals/plate.json' with { type: 'json' }
import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import { type MessageTree, rowsAt, valueAt } from '../../ivi/message.ts'
import type { Language } from '../../messages.ts'
import { describe } from '../../rules/explain.ts'
import type { RecordWeights } from '../../weights/record-weights.ts'
import type { Load, WeightLine, WeightState } from '../../weights/weights-report.ts'
import { problemPart } from '../../words.ts'
import { type Html, html } from './html.ts'
import type { PackRecord } from './pack.ts'
import { kilograms, millimetres, say } from './words.ts'

/** Masses and axle loads: line by line where the vehicle's masses are placed, else as the record states them. */
export function calculation(record: PackRecord): Html {
  const { weights, language, tree } = record
  const stated = html`<h2>${say(language, 'stated')}</h2>${statedTable(tree, language)}`
  if (weights.kind === 'missing') {
    const why = problemPart(weights.problem, 'heading', language) ?? ''
    return html`${stated}<p class="note">${say(language, 'not-reckoned', { why })}</p>${signatures(language)}`
  }
  const { report, findings } = weights
  const running = report.states.filter(({ kind }) => kind === 'running-order')
  const placed = report.states.some(({ lines }) =>
    lines.some(({ kind }) => kind !== 'empty' && kind !== 'coupling'),
  )
  // Without a mass of ours the other states would say nothing but the empty vehicle again.
  if (!placed)
    return html`${stated}${running.map((state) => stateTable(state, language))}<p class="note">${say(language, 'not-placed')}</p>${signatures(language)}`
  const places = html`<p class="note">${say(language, 'method', { wheelbase: millimetres(report.wheelbase, language) })}</p>`
  return html`${stated}${places}${report.states.map((state) => stateTable(state, language))}${findingList(findings, language)}${signatures(language)}`
}

function statedTable(tree: MessageTree, language: Language): Html {
  const figures: readonly (readonly [string, string])[] = [
    ['13', paths.massInRunningOrder],
    ['13.2', paths.actualMass],
    ['16.1', paths.ladenMass],
  ]
  const axles = rowsAt(tree, plateFacts.fields.axles)
  const axleLine = (row: (typeof axles)[number], at: number): Html =>
    html`<tr><td>${say(language, 'axle', { axle: at + 1 })}</td><td class="n">${mass(valueAt(row, 'DistributionMassRunningOrderAxle'), language)}</td>
<td class="n">${mass(valueAt(row, plateFacts.fields.axleMass), language)}</td></tr>`
  return html`<table><tbody>${figures.map(
    ([item, path]) =>
      html`<tr><td class="item">${item}</td><td>${say(language, `mass-${item}`)}</td><td class="n">${mass(valueAt(tree, path), language)}</td></tr>`,
  )}</tbody></table>
<table><thead><tr><th></th><th class="n">${say(language, 'running-order')}</th><th class="n">${say(language, 'permissible')}</th></tr></thead><tbody>${axles.map(axleLine)}</tbody></table>`
}

function mass(value: string | undefined, language: Language): string {
  return value === undefined ? '–' : kilograms(Number(value), language)
}

function stateTable(state: WeightState, language: Language): Html {
  const axleLine = (name: string, load: Load): Html =>
    html`<tr><td>${name}</td><td></td><td class="n${load.over > 0 ? ' over' : ''}">${kilograms(load.kg, language)}</td>
<td class="n">${load.limit === undefined ? '' : kilograms(load.limit, language)}</td></tr>`
  const line = ({ kind, name, kg, x, front, rear }: WeightLine): Html =>
    html`<tr><td>${name || say(language, `line.${kind}`)}</td><td class="n">${x === undefined ? '' : millimetres(x, language)}</td>
<td class="n">${kilograms(kg, language)}</td><td class="n">${kilograms(front, language)}</td><td class="n">${kilograms(rear, language)}</td></tr>`
  return html`<h2>${say(language, `state.${state.kind}`)}</h2>
<table><thead><tr><th>${say(language, 'part')}</th><th class="n">x</th><th class="n">${say(language, 'mass')}</th><th class="n">${say(language, 'front')}</th><th class="n">${say(language, 'rear')}</th></tr></thead>
<tbody>${state.lines.map(line)}<tr class="sum"><td>${say(language, 'sum')}</td><td></td><td class="n">${kilograms(state.total.kg, language)}</td>
<td class="n">${kilograms(state.front.kg, language)}</td><td class="n">${kilograms(state.rear.kg, language)}</td></tr></tbody></table>
<table><thead><tr><th>${say(language, 'load-of')}</th><th></th><th class="n">${say(language, 'load')}</th><th class="n">${say(language, 'permissible')}</th></tr></thead>
<tbody>${state.axles.map((axle) => axleLine(say(language, 'axle', { axle: axle.axle }), axle))}${state.groups.map(
    (group) => axleLine(say(language, 'group', { axles: group.axles.join(' + ') }), group),
  )}${state.coupling ? axleLine(say(language, 'coupling'), state.coupling) : ''}${axleLine(say(language, 'total'), state.total)}</tbody></table>`
}

function findingList(
  findings: Extract<RecordWeights, { kind: 'ready' }>['findings'],
  language: Language,
): Html {
  if (findings.length === 0) return html`<p class="note">${say(language, 'limits-kept')}</p>`
  return html`<h2>${say(language, 'findings')}</h2>${findings.map((one) => html`<p>${describe(one, language)}</p>`)}`
}

function signatures(language: Language): Html {
  return html`<div class="sign"><p>${say(language, 'place-day')}</p><p>${say(language, 'signature')}</p></div>`
}
