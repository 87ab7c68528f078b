import { resolve } from 'node:path'
import { Option } from 'commander'
import { type Language, text } from '../../../shared/messages.ts'
import { problem } from '../../../shared/problem.ts'
import type { VariantDetail, VariantRow } from '../../../shared/record/views.ts'
import { fail, ok } from '../../../shared/result.ts'
import { fieldLabel } from '../../../shared/rules/field-label.ts'
import { saidValues } from '../../../shared/variants/said.ts'
import { collect } from '../assignments.ts'
import { vehicleIdOf } from '../backend.ts'
import { inWorkspace, type WorkspaceBody } from '../in-workspace.ts'
import { wholeNumber } from '../option-parsers.ts'
import { tellBatch } from '../tell-batch.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import type { VerbCommand } from '../verb-command.ts'
import { say, table } from '../words.ts'
import { answerFile, writeNew, writeOutput } from '../write-output.ts'

const version = wholeNumber(1, 2_147_483_647)

/** Body variants: kept, shown, handed on, made from vehicles, and put on vehicles. */
export const addVariant: AddVerb = (program, runtime) => {
  const variant = program.command('variant')
  const add = (name: string, body: WorkspaceBody): VerbCommand => {
    const command = variant.command(name)
    inWorkspace(runtime, command, body)
    return command
  }
  add('list', list)
  add('show', show).argument('<id>').option('--version <number>', '', version)
  add('import', read).argument('<file>').option('--profile <id>')
  add('export', write)
    .argument('[ids...]')
    .option('--version <number>', '', version)
    .option('-o, --output <file>')
  add('template', template).requiredOption('-o, --output <file>').option('--overwrite')
  add('from-vehicle', fromVehicle)
    .requiredOption('--vin <vin>')
    .requiredOption('--id <id>')
    .option('--name <name>')
    .option('--dry-run')
  add('apply', apply)
    .argument('<id>')
    .option('--vin <vin>', '', collect, [])
    .option('--all')
    .option('--option <id>', '', collect, [])
    .addOption(new Option('--no-options').conflicts('option'))
  add('apply-configuration', configure).argument('<file>').requiredOption('--profile <id>')
}

const list: WorkspaceBody = async (backend, { terminal, json, language }) => {
  const found = await backend.call('variant/list', {})
  if (!found.ok) return found
  const { variants } = found.value
  if (json) terminal.out(JSON.stringify(variants, null, 2))
  else if (variants.length === 0) terminal.out(say(language, 'variant.none'))
  else terminal.out(table(variants.map((row) => listLine(row, language))))
  return ok(exitCodes.done)
}

function listLine(row: VariantRow, language: Language): readonly string[] {
  return [
    row.id,
    versionText(row.version, language),
    row.name,
    row.categories.join(', '),
    row.approval,
    say(language, 'variant.vehicles', { count: row.vehicles.all }),
    row.holds
      ? ''
      : say(language, 'variant.does-not-hold', { from: row.validFrom ?? '…', until: row.validUntil ?? '…' }),
  ]
}

function versionText(version: number, language: Language): string {
  return text(language, 'variants.version', { version }) ?? ''
}

const show: WorkspaceBody = async (backend, { terminal, json, language }, command) => {
  const { version: wanted } = command.opts<{ version?: number }>()
  const id = command.args[0] ?? ''
  const found = await backend.call('variant/get', { id, ...(wanted ? { version: wanted } : {}) })
  if (!found.ok) return found
  if (json) terminal.out(JSON.stringify(found.value, null, 2))
  else terminal.out(inWords(found.value, language))
  return ok(exitCodes.done)
}

function inWords({ variant }: VariantDetail, language: Language): string {
  const masses = (loads: typeof variant.loads, note: string) =>
    (loads?.masses ?? []).map(({ name, kg, x, counts }) => [
      `  ${name}`,
      `${kg} kg`,
      `x ${x} mm`,
      counts,
      note,
    ])
  return [
    `${variant.id}  ${versionText(variant.version, language)}  ${variant.name}  ${variant.categories.join(', ')}`,
    table(
      saidValues(variant).map(({ path, category, value, author }) => [
        `  ${fieldLabel(path, language)}`,
        value,
        category,
        author.id === variant.id ? '' : `← ${author.id} ${author.version}`,
      ]),
    ),
    table([
      ...masses(variant.loads, ''),
      ...Object.entries(variant.loadsByCategory ?? {}).flatMap(([category, loads]) =>
        masses(loads, category),
      ),
    ]),
    ...variant.options.map((option) => {
      const kg = option.masses.reduce((sum, mass) => sum + mass.kg, 0)
      return `  + ${option.id}  ${option.name}${kg ? `  ${kg} kg` : ''}`
    }),
  ]
    .filter(Boolean)
    .join('\n')
}

const read: WorkspaceBody = async (backend, { terminal, json }, command) => {
  const { profile } = command.opts<{ profile?: string }>()
  const file = { path: resolve(command.args[0] ?? '') }
  const saved = await backend.call('variant/import', { file, ...(profile ? { profile } : {}) })
  if (!saved.ok) return saved
  const [only] = saved.value
  if (json) terminal.out(JSON.stringify(saved.value.length === 1 ? only : saved.value))
  else terminal.out(saved.value.map(({ id }) => id).join('\n'))
  return ok(exitCodes.done)
}

const write: WorkspaceBody = async (backend, invocation, command) => {
  const { output, version: wanted } = command.opts<{ output?: string; version?: number }>()
  const known = await backend.call('variant/list', {})
  if (!known.ok) return known
  const ids = command.args.length > 0 ? command.args : known.value.variants.map(({ id }) => id)
  const form = output && /\.xlsx$/i.test(output) ? 'xlsx' : 'json'
  const made = await backend.call('variant/export', {
    ids: [...ids],
    form,
    ...(wanted ? { version: wanted } : {}),
  })
  if (!made.ok) return made
  const bytes = Buffer.from(made.value.base64, 'base64')
  if (output) return answerFile(writeOutput(output, bytes), output, invocation)
  invocation.terminal.out(bytes.toString('utf8').trimEnd())
  return ok(exitCodes.done)
}

const template: WorkspaceBody = async (backend, invocation, command) => {
  const { output, overwrite } = command.opts<{ output: string; overwrite?: boolean }>()
  const made = await backend.call('variant/export', { ids: [], form: 'xlsx' })
  if (!made.ok) return made
  const bytes = Buffer.from(made.value.base64, 'base64')
  return answerFile(writeNew(output, bytes, overwrite), output, invocation)
}

const fromVehicle: WorkspaceBody = async (backend, { terminal, json, language }, command) => {
  const { vin, id, name, dryRun } = command.opts<{
    vin: string
    id: string
    name?: string
    dryRun?: boolean
  }>()
  const vehicleId = await vehicleIdOf(backend, vin)
  if (!vehicleId.ok) return vehicleId
  const made = await backend.call('variant/from-vehicle', {
    vehicleId: vehicleId.value,
    id,
    name: name ?? id,
  })
  if (!made.ok) return made
  if (dryRun) {
    terminal.out(JSON.stringify(made.value, null, 2))
    return ok(exitCodes.done)
  }
  const saved = await backend.call('variant/save', { json: made.value })
  if (!saved.ok) return saved
  const { id: kept, version: number } = saved.value
  terminal.out(json ? JSON.stringify(saved.value) : `${kept}  ${versionText(number, language)}`)
  return ok(exitCodes.done)
}

const apply: WorkspaceBody = async (backend, invocation, command) => {
  const { vin, all, option, options } = command.opts<{
    vin: string[]
    all?: boolean
    option: string[]
    options: boolean
  }>()
  if (vin.length === 0 && !all) return fail(problem('variant-apply-to-none', {}, {}, false))
  const ids: number[] = []
  for (const one of new Set(vin)) {
    const id = await vehicleIdOf(backend, one)
    if (!id.ok) return id
    ids.push(id.value)
  }
  if (all) {
    const found = await backend.call('register/ids', { statuses: ['draft', 'checked'] })
    if (!found.ok) return found
    ids.push(...found.value.filter((id) => !ids.includes(id)))
  }
  const choice = option.length > 0 ? { options: option } : options ? {} : { options: [] }
  const applied = await backend.call('vehicle/apply-variant', {
    ids,
    variantId: command.args[0] ?? '',
    ...choice,
  })
  return applied.ok ? ok(tellBatch(applied.value, invocation)) : applied
}

const configure: WorkspaceBody = async (backend, invocation, command) => {
  const { profile } = command.opts<{ profile: string }>()
  const file = { path: resolve(command.args[0] ?? '') }
  const applied = await backend.call('variant/apply-configuration', { file, profile })
  return applied.ok ? ok(tellBatch(applied.value, invocation)) : applied
}
