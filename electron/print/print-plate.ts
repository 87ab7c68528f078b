import plateFacts from '../../schemas/approvals/plate.json' with { type: 'json' }
import { type PlateMass, plateApproval, plateMasses } from '../../shared/approvals/pack/plate-lines.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import { drawBlocks } from './draw-blocks.ts'
import { drawPlate, type PlateLine } from './draw-plate.ts'
import { Flow } from './flow.ts'
import { drawFrames } from './frames.ts'
import { itemBlocks } from './items.ts'
import { statement } from './layout-facts.ts'
import { Ledger } from './message-rows.ts'
import type { Printed } from './print-certificate.ts'
import { type Block, plain } from './text.ts'
import { momentOf } from './to-print.ts'
import { say } from './words.ts'

export interface PlateToPrint {
  /** The vehicle as all stages and ours make it. */
  readonly tree: MessageTree
  readonly catalogue: Catalogue
  /** One of `printLanguages`. */
  readonly language: string
  readonly manufacturer: string
  /** As the record names it, with its extension; empty where it names none. */
  readonly approval: string
  readonly vin: string
  /** From 1; from 2 on it stands on the plate. */
  readonly stage: number
  readonly isDraft: boolean
}

const { drawn } = plateFacts

/** The statutory plate of a stage to scale, line by line with where it comes from and where it goes. */
export function printPlate(plate: PlateToPrint): Printed {
  const { tree, language, vin, isDraft, stage } = plate
  const text = (path: string): string => valueAt(tree, path) ?? ''
  const title = say(language, 'plate.title')
  const flow = new Flow({ title: `${title} ${vin}`.trim(), language, at: momentOf(text(statement.moment)) })
  const lines = plateLines(plate)
  const below = [
    say(language, 'plate.of-stage', { stage }),
    [text(statement.category), vin].filter(Boolean).join(' · '),
  ]
  drawBlocks([{ kind: 'title', text: title, below: below.map(plain) }, ...warnings(plate)], flow)
  drawPlate(lines, say(language, 'plate.to-scale', { mm: drawn.rulerMm }), drawn, flow)
  drawBlocks([linesTable(lines, language), ...places(plate)], flow)
  const version = text(statement.version)
  drawFrames(flow, {
    language,
    title,
    vin,
    reference: text(statement.reference),
    version: version ? ` · ${say(language, 'version', { version })}` : '',
    hash: '',
    warning: '',
    duplicate: '',
    legal: [isDraft ? say(language, 'plate.draft') : '', say(language, 'plate.order')]
      .filter(Boolean)
      .join(' '),
  })
  return { bytes: flow.paper.end(), pages: flow.pageCount }
}

function plateLines({
  manufacturer,
  approval,
  stage,
  vin,
  tree,
  language,
}: PlateToPrint): readonly PlateLine[] {
  const named: readonly (readonly [string, string])[] = [
    ['plate.manufacturer', manufacturer],
    ['plate.approval', plateApproval(approval)],
    ...(stage > 1 ? [['plate.stage-number', say(language, 'plate.stage', { stage })] as const] : []),
    ['plate.vin', vin],
  ]
  return [
    ...named.map(([from, text]) => ({ text, mark: '', from: say(language, from) })),
    ...plateMasses(tree).map((mass) => ({
      text: `${mass.kg} kg`,
      mark: mass.mark,
      from: say(language, `plate.${mass.kind}`, { axle: mass.axle }),
    })),
  ]
}

/** What the plate lacks is said above it rather than left to be noticed in the workshop. */
function warnings({ language, manufacturer, approval, vin, tree }: PlateToPrint): readonly Block[] {
  const masses = plateMasses(tree)
  const lacks = (kind: PlateMass['kind']): boolean => !masses.some((mass) => mass.kind === kind)
  const missing = [
    ...(manufacturer === '' ? ['plate.manufacturer'] : []),
    ...(approval === '' ? ['plate.approval'] : []),
    ...(vin === '' ? ['plate.vin'] : []),
    ...(lacks('laden') ? ['plate.laden'] : []),
    ...(lacks('axle') ? ['plate.axle'] : []),
  ].map((key) => say(language, key, { axle: '1 …' }))
  if (missing.length === 0) return []
  return [
    {
      kind: 'paragraph',
      look: 'statement',
      text: [{ text: say(language, 'plate.incomplete', { what: missing.join('; ') }), bold: true }],
    },
  ]
}

function linesTable(lines: readonly PlateLine[], language: string): Block {
  const missing = say(language, 'plate.missing')
  return {
    kind: 'grid',
    head: ['plate.line', 'plate.what', 'plate.from'].map((key) => plain(say(language, key))),
    rows: lines.map(({ text, mark, from }, at) => [
      plain(String(at + 1)),
      plain(text === '' ? `– (${missing})` : [mark, text].filter(Boolean).join(' ')),
      plain(from),
    ]),
  }
}

function places({ tree, catalogue, language, stage }: PlateToPrint): readonly Block[] {
  const ledger = new Ledger(tree)
  const recorded = itemBlocks(['0.6'], { ledger, speaker: { language, catalogue }, numbered: true })
  const notes = [
    say(language, stage > 1 ? 'plate.fixing' : 'plate.fixing.first'),
    say(language, stage > 1 ? 'plate.vin-stamping' : 'plate.vin-stamping.first'),
    say(language, 'plate.height', { mm: drawn.letterMm }),
  ]
  return [
    { kind: 'heading', level: 2, text: say(language, 'plate.where') },
    { kind: 'paragraph', look: 'statement', text: plain(notes.join('\n')) },
    ...recorded,
    {
      kind: 'signatures',
      columns: [
        [
          { label: say(language, 'plate.place'), value: '' },
          { label: say(language, 'date'), value: '' },
          { label: say(language, 'plate.fitted'), value: '' },
        ],
      ],
    },
  ]
}
