import { basename, relative } from 'node:path'
import { table } from '../../electron/cli/words.ts'
import { valueAt } from '../../shared/ivi/message.ts'
import { driftInWords } from '../../shared/record/drift-words.ts'
import type { IntakeReport } from '../../shared/record/intake-views.ts'
import { describe } from '../../shared/rules/explain.ts'
import { problemLine, whyText } from '../../shared/words.ts'
import type { SimulatorProcess } from '../../test/simulator/start-simulator-process.ts'
import { demoCompany, demoProfile, demoProfileId, demoVariants } from './data/definitions.ts'
import type { DemoData } from './data/write-demo-data.ts'
import type { DemoKey } from './keys.ts'
import { type Demo, passphraseIn } from './open-demo.ts'

const nap = 'demo'

/** The way of the vehicles, in the order of the product's own pipeline. */
export async function tellSteps(
  demo: Demo,
  data: DemoData,
  key: DemoKey,
  authority: SimulatorProcess,
): Promise<IntakeReport> {
  await setUp(demo, data)
  const report = await importVehicles(demo, data)
  await linkBases(demo, data)
  await complete(demo)
  await sign(demo, key)
  await submit(demo, authority)
  return report
}

async function setUp(demo: Demo, data: DemoData): Promise<void> {
  demo.step(`The company: ${demoCompany.company.ManufacturerName}, invented, with its people and bodies`)
  const { people } = await demo.ask('workspace/get', {})
  if (people.length === 0) {
    const [lead] = demoCompany.people.filter(({ roles }) => roles.includes('homologation'))
    await demo.ask('workspace/set-up', {
      company: demoCompany.company,
      country: demoCompany.country,
      person: lead?.name ?? '',
    })
    for (const { name, roles } of demoCompany.people) {
      const known = (await demo.ask('workspace/get', {})).people.find((person) => person.name === name)
      await demo.ask('people/save', {
        ...(known ? { id: known.id } : {}),
        name,
        roles: roles as ('office' | 'homologation' | 'signer')[],
      })
    }
  }
  await demo.ask('profile/save', { json: demoProfile })
  for (const json of demoVariants) await demo.ask('variant/save', { json })
  const view = await demo.ask('workspace/get', {})
  demo.say(view.people.map(({ name, roles }) => `${name} (${roles.join(', ')})`).join(', '))
  const lead = await actAs(demo, 'homologation')
  const folder = await demo.ask('approval/import', { file: { path: data.approvals } })
  for (const problem of folder.problems) demo.say(problemLine(problem, demo.language))
  const kept = folder.added.length + folder.changed.length + folder.unchanged.length
  demo.say(`${lead} keeps the approval folder: ${kept} approvals with the bases and ranges that they allow`)
  demo.say(`Body variants: ${view.variants.map(({ name }) => name).join(', ')}`)
}

/** From here on somebody acts; the audit names them. */
async function actAs(demo: Demo, role: string): Promise<string> {
  const { people } = await demo.ask('workspace/get', {})
  const person = people.find(({ roles }) => (roles as readonly string[]).includes(role))
  if (!person) throw new Error(`nobody has the role ${role}`)
  await demo.ask('people/act-as', { id: person.id, pin: '' })
  return person.name
}

async function importVehicles(demo: Demo, data: DemoData): Promise<IntakeReport> {
  const office = await actAs(demo, 'office')
  demo.step(`${office} imports the delivery list ${basename(data.workbook)}`)
  const report = await demo.ask('intake/import', { file: { path: data.workbook }, profile: demoProfileId })
  demo.say(
    `${report.read} rows: ${report.added} new, ${report.changed} changed, ${report.unchanged} as before, ${report.refused} refused`,
  )
  for (const problem of report.problems) {
    const { column = '', row = '' } = problem.where ?? {}
    demo.say(`${column}${row}  ${problemLine(problem, demo.language)}`)
  }
  await tellDecimalCommas(demo, data)
  return report
}

const decimalComma = /^\d{1,3}(\.\d{3})*,\d+$/

/** Cells that hold a number as text in the office's own writing: how they were understood. */
async function tellDecimalCommas(demo: Demo, data: DemoData): Promise<void> {
  const preview = await demo.ask('intake/preview', { file: { path: data.workbook }, profile: demoProfileId })
  const vinColumn = preview.columns.findIndex(({ target }) => target === 'vin')
  for (const { row, cells } of preview.rows)
    for (const [at, text] of cells.entries()) {
      const column = preview.columns[at]
      if (!column || !decimalComma.test(text)) continue
      const found = await demo.ask('register/list', { search: cells[vinColumn] ?? '' })
      const id = found.rows[0]?.id
      if (id === undefined) continue
      const { tree } = await demo.ask('vehicle/get', { id })
      demo.say(
        `${column.letter}${row}  “${text}” has a decimal comma and was read as ${valueAt(tree, column.target)}`,
      )
    }
}

async function linkBases(demo: Demo, data: DemoData): Promise<void> {
  demo.step(`The eCoCs of the base vehicles are linked by their VIN (${data.bases.length} XML files)`)
  const added = await demo.ask('base/add', { files: data.bases.map((path) => ({ path })) })
  const sound = added.filter(({ stage }) => stage?.schemaValid && stage.signature.valid)
  demo.say(`${sound.length} fit the schema and carry a valid signature`)
  for (const { vin, stage, problem } of added) {
    if (problem) demo.say(`${vin ?? ''}  ${problemLine(problem, demo.language)}`)
    if (stage && !stage.signature.valid)
      for (const doubt of stage.signature.problems) demo.say(`${vin}  ${problemLine(doubt, demo.language)}`)
  }
}

async function complete(demo: Demo): Promise<void> {
  demo.step('Our stage is laid over the bases: variant, delivery list, weighing; schema and rules look at it')
  const ids = await demo.ask('register/ids', { sort: 'order', descending: false })
  let fit = 0
  const isFit = async (id: number): Promise<boolean> => {
    const { findings, drift } = await demo.ask('vehicle/get', { id })
    const errors = findings.some(({ severity }) => severity === 'error')
    return !errors && drift.every(({ exceeded, signOff }) => !exceeded || signOff)
  }
  for (const id of ids) {
    const { row, findings, drift } = await demo.ask('vehicle/get', { id })
    const errors = findings.filter(({ severity }) => severity === 'error')
    const open = drift.filter(({ exceeded, signOff }) => exceeded && !signOff)
    for (const error of errors) demo.say(`${row.vin}  ${describe(error, demo.language)}`)
    for (const item of open) {
      const lead = await actAs(demo, 'homologation')
      demo.say(`${row.vin}  ${driftInWords(item, demo.language)}`)
      await demo.ask('vehicle/sign-off', {
        id,
        path: item.path,
        reason: 'Weighed twice; heavier subframe of this order',
      })
      demo.say(`${' '.repeat(17)}  signed off by ${lead}: weighed twice; heavier subframe of this order`)
    }
    if (await isFit(id)) fit += 1
  }
  demo.say(`${fit} of ${ids.length} are without errors and within their tolerances`)
}

async function sign(demo: Demo, key: DemoKey): Promise<void> {
  const signer = await actAs(demo, 'signer')
  demo.step(`${signer} signs what is fit, with the ${key.name}`)
  const open = await demo.ask('register/ids', {
    statuses: ['draft', 'checked'],
    sort: 'order',
    descending: false,
  })
  const checked = await demo.ask('vehicle/check', { ids: [...open] })
  const fit = open.filter((_, at) => checked[at]?.ok)
  const held = checked.length - fit.length
  if (fit.length === 0) {
    demo.say(`Nothing to sign; ${held} held back`)
    return
  }
  const signed = await demo.ask('sign/run', { ids: fit, key: key.spec, pin: key.pin })
  demo.say(
    `${signed.filter(({ ok }) => ok).length} signed (XAdES Baseline-B) and verified before they were kept; ${held} held back`,
  )
  for (const { vin, problem } of signed)
    if (problem) demo.say(`${vin}  ${problemLine(problem, demo.language)}`)
}

async function submit(demo: Demo, authority: SimulatorProcess): Promise<void> {
  demo.step(`What is signed goes to the training authority over mutual TLS (${authority.url})`)
  await demo.ask('nap/save', { nap, url: authority.url, clientKey: authority.clientKey, ca: authority.ca })
  await demo.ask('outbox/unlock-nap', { nap, passphrase: passphraseIn(authority.clientPassphraseFile) })
  const signed = await demo.ask('register/ids', { statuses: ['signed'], sort: 'order', descending: false })
  if (signed.length > 0) await demo.ask('outbox/queue', { ids: [...signed], nap })
  const waiting = await demo.ask('register/ids', {
    statuses: ['queued', 'unknown'],
    sort: 'order',
    descending: false,
  })
  const answers = waiting.length > 0 ? await demo.ask('outbox/send', { ids: [...waiting] }) : []
  const accepted = answers.filter(({ status }) => status === 'accepted').length
  demo.say(
    answers.length === 0
      ? 'Nothing waits'
      : `${accepted} accepted with a receipt, ${answers.length - accepted} not`,
  )
  for (const { vin, status, reasons, problem } of answers) {
    for (const { text } of status === 'accepted' ? [] : (reasons ?? []))
      demo.say(`${vin}  ${status}: ${text}`)
    if (problem) demo.say(`${vin}  ${problemLine(problem, demo.language)}`)
  }
}

const within = (dir: string, file: string): string => relative(dir, file)

/** What came of it: answers back to the source, the record verified, the table, and where everything lies. */
export async function tellEnd(demo: Demo, dir: string, imported: IntakeReport): Promise<void> {
  await actAs(demo, 'office')
  demo.step('States and reasons go back to where the vehicles came from')
  const written = await demo.ask('write-back/run', { profile: demoProfileId })
  for (const { csv, sheet, problem } of written) {
    for (const made of [sheet, csv]) if (made) demo.say(within(dir, made))
    if (problem) demo.say(problemLine(problem, demo.language))
  }
  demo.step('The audit record is verified and exported')
  const { entries, anchors, problems } = await demo.ask('audit/verify', {})
  demo.say(
    `${entries} entries, ${anchors} anchored by a signing key: ${problems.length === 0 ? 'whole' : 'NOT WHOLE'}`,
  )
  for (const problem of problems) demo.say(problemLine(problem, demo.language))
  const { file } = await demo.ask('audit/export', { vin: '' })
  demo.step('VIN → state → why')
  const page = await demo.ask('register/list', { sort: 'order', descending: false, limit: 100 })
  const refused = imported.problems.filter(({ where }) => !where?.path)
  demo.say(
    table([
      ...page.rows.map((row) => [row.vin, row.status, whyText(row.why, demo.language)]),
      ...refused.map((problem) => [
        String(problem.args?.value ?? ''),
        'not imported',
        `row ${problem.where?.row}: ${problemLine(problem, demo.language)}`,
      ]),
    ]),
  )
  process.stdout.write(
    `\nAll files are in ${relative(process.cwd(), dir)}:\n${table([
      ['   register', 'register.sqlite'],
      ['   signed certificates', 'signed/'],
      ['   answers of the authority', 'receipts/'],
      ['   sheet and CSV written back', 'written-back/'],
      ['   audit export', within(dir, file)],
    ])}\nOpen it in the app: npm start\n`,
  )
}
