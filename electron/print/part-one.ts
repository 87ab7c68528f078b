import { isTrailer } from '../../shared/rules/is-trailer.ts'
import { type Act, statement, type Template, templateFor } from './layout-facts.ts'
import type { Ledger } from './message-rows.ts'
import { type Block, type Lines, plain, type Runs, type SignatureField } from './text.ts'
import { type CertificateToPrint, isSigned } from './to-print.ts'
import { dateText, hasText, say } from './words.ts'

const { signer: signing, manufacturer } = statement

/** Where a value is to be written by hand, as on a form. */
const blank = '……………………'

export function templateOf(ledger: Ledger): Template {
  return templateFor(ledger.value(statement.stage) ?? '')
}

export function titleBlock(
  { language }: CertificateToPrint,
  ledger: Ledger,
  act: Act | undefined,
): readonly Block[] {
  const template = templateOf(ledger)
  const kind = ledger.take(statement.approvalKind) ?? ''
  ledger.take(statement.stage)
  const number = [statement.year, statement.number].flatMap((path) => ledger.take(path) ?? [])
  const small: Lines =
    kind === 'NSS' || kind === 'ESS'
      ? [plain(say(language, smallSeries(kind, template))), ...numberLine(number, language)]
      : numberLine(number, language)
  const model = act ? [plain(`${act.act} · ${act.model}`)] : []
  return [
    {
      kind: 'title',
      text: say(language, kind === 'NSS' ? 'title.national' : 'title'),
      below: [plain(say(language, `template.${template}`)), ...small, ...model],
    },
  ]
}

function smallSeries(kind: 'NSS' | 'ESS', template: Template): string {
  if (kind === 'NSS') return 'small-series.national'
  return template === 'C' ? 'small-series.incomplete' : 'small-series.complete'
}

function numberLine(number: readonly string[], language: string): Lines {
  return number.length > 0
    ? [plain(say(language, 'small-series.number', { number: number.join(' / ') }))]
    : []
}

export function beforeItems({ language }: CertificateToPrint, ledger: Ledger): readonly Block[] {
  return [
    { kind: 'heading', level: 2, text: say(language, 'part-1') },
    {
      kind: 'paragraph',
      look: 'statement',
      text: filled(language, 'undersigned', { signer: signers(ledger).join('; ') || blank }),
    },
  ]
}

/** Name and position of each who signs. */
function signers(ledger: Ledger): readonly string[] {
  return signerRows(ledger).map((row) =>
    [signing.name, signing.position]
      .map((name) => ledger.take(`${row}/${name}`))
      .filter(Boolean)
      .join(', '),
  )
}

function signerRows(ledger: Ledger): readonly string[] {
  return Array.from(
    { length: ledger.rowCount(statement.signers) },
    (_, at) => `${statement.signers}[${at + 1}]`,
  )
}

/** What is certified of the vehicle, by the template of its stage. */
export function statementBlocks(certificate: CertificateToPrint, ledger: Ledger): readonly Block[] {
  const { language } = certificate
  const template = templateOf(ledger)
  const approval = ledger.take(statement.approval) ?? blank
  const granted = ledger.take(statement.granted)
  const runs: Runs = [
    ...(template === 'B' ? [...alteration(language, ledger), ...plain(' ')] : []),
    ...filled(language, 'conforms', { approval, day: granted ? dateText(language, granted) : blank }),
    ...plain(' '),
    ...registration(language, template, ledger),
  ]
  return [{ kind: 'paragraph', look: 'statement', text: runs }, ...attachments(certificate, template, ledger)]
}

function alteration(language: string, ledger: Ledger): Runs {
  const done = ledger.take(statement.completed)
  const key = done === 'C' ? 'altered.completed' : done === 'A' ? 'altered.altered' : 'altered'
  return filled(language, key, { what: ledger.take(statement.what) ?? blank })
}

function registration(language: string, template: Template, ledger: Ledger): Runs {
  if (template === 'C') return plain(say(language, 'may-not-register'))
  if (ledger.value(statement.approvalKind) === 'NSS') return plain(say(language, 'may-register.national'))
  const traffic = word(language, 'traffic', ledger.take(statement.traffic))
  const speedometer = ledger.take(statement.speedometer)
  const odometer = ledger.take(statement.odometer)
  if (isTrailer(ledger.value(statement.category) ?? '') && !speedometer && !odometer)
    return filled(language, 'may-register', { traffic })
  const units = { traffic, speedometer: word(language, 'units', speedometer) }
  return odometer
    ? filled(language, 'may-register.odometer', { ...units, odometer: word(language, 'units', odometer) })
    : filled(language, 'may-register.speedometer', units)
}

/** A code in the statement's own words; a place to write where the message has none. */
function word(language: string, area: string, code: string | undefined): string {
  if (code === undefined) return blank
  const known = hasText(language, `${area}.${code}`) || hasText('en', `${area}.${code}`)
  return known ? say(language, `${area}.${code}`) : code
}

/** The certificates of the earlier stages that a completed vehicle's is attached to. */
function attachments(
  { language, earlier }: CertificateToPrint,
  template: Template,
  ledger: Ledger,
): readonly Block[] {
  if (template !== 'B' && earlier.length === 0) return []
  const known = earlier.length > 0 ? earlier : namedByMessage(ledger)
  const value = known.map(({ stage, approval, reference }) => {
    const form = reference ? say(language, 'attachment.electronic', { reference }) : ''
    const line = say(language, 'attachment', { stage, approval: approval || say(language, 'none') })
    return plain([line, form].filter(Boolean).join(' · '))
  })
  const lines = value.length > 0 ? value : [plain(blank)]
  return [{ kind: 'entry', item: '', label: plain(say(language, 'attachments')), value: lines }]
}

/** As far as the message itself tells: the approval that its manufacturer's stage began from. */
function namedByMessage(ledger: Ledger): CertificateToPrint['earlier'] {
  return ledger.of(`${statement.manufacturers}/${manufacturer.previousApproval}`).map(({ path, value }) => {
    const row = path.slice(0, path.lastIndexOf('/'))
    return {
      stage: Number(ledger.value(`${row}/${manufacturer.stage}`) ?? 2) - 1,
      approval: value,
      reference: '',
    }
  })
}

/** Place, date and the line to sign on, for each who signs. */
export function signatureBlock(
  { language, standing, signer }: CertificateToPrint,
  ledger: Ledger,
): readonly Block[] {
  const rows = signerRows(ledger)
  const columns = (rows.length > 0 ? rows : ['']).map((row): readonly SignatureField[] => {
    const day = row ? ledger.take(`${row}/${signing.day}`) : undefined
    return [
      { label: say(language, 'place'), value: (row && ledger.take(`${row}/${signing.place}`)) || '' },
      { label: say(language, 'date'), value: day ? dateText(language, day) : '' },
      {
        label: say(language, 'signature'),
        value: isSigned(standing) && signer ? say(language, 'signed-electronically', { name: signer }) : '',
      },
    ]
  })
  return [{ kind: 'signatures', columns }]
}

/** A text with its values in bold, as they are typed into a form. */
function filled(language: string, key: string, args: Readonly<Record<string, string>>): Runs {
  const marks = Object.fromEntries(Object.keys(args).map((name) => [name, `\u0001${name}\u0001`]))
  return say(language, key, marks)
    .split('\u0001')
    .flatMap((piece, at): Runs => {
      if (at % 2 === 1) return [{ text: args[piece] ?? '', bold: true }]
      return piece === '' ? [] : plain(piece)
    })
}
