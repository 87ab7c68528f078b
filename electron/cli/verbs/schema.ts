import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { firstIssue, plainWords } from '../../../shared/first-issue.ts'
import type { Catalogue } from '../../../shared/ivi/catalogue.ts'
import { diffReleases } from '../../../shared/ivi/diff-releases.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { placeFields } from '../../../shared/ivi/place-fields.ts'
import { type Releases, releaseNamed, releaseUnknown } from '../../../shared/ivi/releases.ts'
import { problem } from '../../../shared/problem.ts'
import { placesForm } from '../../../shared/releases/channels.ts'
import { describeRelease } from '../../../shared/releases/describe-release.ts'
import type { ReleaseRow } from '../../../shared/releases/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { momentInWords } from '../../../shared/words.ts'
import { judgeSchema } from '../../ivi-xml/judge-schema.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { maxSchemaMegabytes } from '../../ivi-xml/read-schema.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { registerFileName } from '../../register/open.ts'
import { readReleases } from '../../register/read-releases.ts'
import { withBackend } from '../backend.ts'
import { inWorkspace, type WorkspaceBody } from '../in-workspace.ts'
import { reasonText } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { readJson } from '../read-json.ts'
import { diffInWords, touchedInWords } from '../tell-release.ts'
import { type AddVerb, act, type ExitCode, exitCodes } from '../verb.ts'
import { say, table } from '../words.ts'

/** Releases of the message: more of them beside the product's own, compared, put to use. */
export const addSchema: AddVerb = (program, runtime) => {
  const schema = program.command('schema')
  const add = schema
    .command('add')
    .argument('<file>')
    .option('--release <number>')
    .option('--replace <reason>', '', reasonText)
    .option('--dry-run')
  inWorkspace(runtime, add, addFile)
  act(runtime, schema.command('list'), listReleases)
  const diff = schema.command('diff').argument('<before>').argument('<after>')
  act(runtime, diff, (invocation) => compare(invocation, diff.args))
  inWorkspace(runtime, schema.command('use').argument('<release>').option('--drafts'), use)
  inWorkspace(runtime, schema.command('places').argument('<release>').argument('[file]'), place)
}

const addFile: WorkspaceBody = async (backend, { terminal, json, language }, command) => {
  const { release, replace, dryRun } = command.opts<{
    release?: string
    replace?: string
    dryRun?: boolean
  }>()
  const added = await backend.call('release/add', {
    file: { path: resolve(command.args[0] ?? '') },
    ...(release === undefined ? {} : { release }),
    ...(replace === undefined ? {} : { replace }),
    dry: dryRun === true,
  })
  if (!added.ok) return added
  const { outcome, diff, touched, before } = added.value
  if (json) {
    terminal.out(JSON.stringify(added.value, null, 2))
    return ok(exitCodes.done)
  }
  const { known, inUse } = backend.workspace.releases
  const others = known.map((each) => each.release).filter((each) => each !== added.value.release)
  const args = { release: added.value.release, others: others.join(', '), used: inUse.release }
  const said = outcome === 'tried' && before !== 'none' ? `tried-${before}` : outcome
  terminal.out(say(language, `schema-${said}`, args))
  if (before !== 'same') {
    terminal.out(`\n${diffInWords(diff, touched.layout.placed, language)}`)
    terminal.out(`\n${touchedInWords(touched, language)}`)
  }
  return ok(exitCodes.done)
}

/** Without a workspace the product's own; one is not begun for looking. */
async function listReleases(invocation: Invocation): Promise<Result<ExitCode>> {
  const { terminal, json, language, workspace } = invocation
  const rows = existsSync(join(workspace, registerFileName))
    ? await withBackend(invocation, ({ call }) => call('release/list', {}))
    : ok(shippedReleases.known.map(shippedRow))
  if (!rows.ok) return rows
  if (json) terminal.out(JSON.stringify(rows.value, null, 2))
  else
    terminal.out(
      table(
        rows.value.map(({ release, inUse, fields, codes, given, certificates, generated }) => [
          `IVI ${release}`,
          inUse ? say(language, 'schema-in-use') : '',
          say(language, 'schema-row', { fields, codes }),
          say(language, 'schema-certificates', certificates),
          generated,
          given
            ? say(language, 'schema-given', { ...given, at: momentInWords(given.addedAt) })
            : say(language, 'schema-shipped'),
        ]),
      ),
    )
  return ok(exitCodes.done)
}

function shippedRow(catalogue: Catalogue): ReleaseRow {
  const inUse = catalogue === shippedReleases.inUse
  return { ...describeRelease(catalogue), inUse, certificates: { open: 0, all: 0 } }
}

/** Works on files and on releases alike, and needs no workspace. */
async function compare(
  { terminal, json, language, workspace }: Invocation,
  [before = '', after = '']: readonly string[],
): Promise<Result<ExitCode>> {
  const releases = readReleases(workspace, shippedReleases)
  const left = await catalogueFrom(before, releases)
  if (!left.ok) return left
  const right = await catalogueFrom(after, releases)
  if (!right.ok) return right
  const diff = diffReleases(left.value, right.value)
  const places = [...placeFields(right.value, formSections), ...placeFields(left.value, formSections)]
  terminal.out(json ? JSON.stringify(diff, null, 2) : diffInWords(diff, places, language))
  return ok(exitCodes.done)
}

async function catalogueFrom(named: string, releases: Releases): Promise<Result<Catalogue>> {
  const known = releaseNamed(releases, named)
  if (known) return ok(known)
  if (/^\d+(\.\d+)+$/.test(named) && !existsSync(named)) return fail(releaseUnknown(named, releases))
  const opened = await openFile({ path: named }, maxSchemaMegabytes)
  if (!opened.ok) return opened
  const read = judgeSchema(opened.value.bytes, undefined)
  return read.ok ? read : fail({ ...read.problem, where: { file: named, ...read.problem.where } })
}

const use: WorkspaceBody = async (backend, { terminal, json, language }, command) => {
  const release = command.args[0] ?? ''
  const { drafts } = command.opts<{ drafts?: boolean }>()
  const used = await backend.call('release/use', { release, drafts: drafts === true })
  if (!used.ok) return used
  const { moved } = used.value
  if (json) terminal.out(JSON.stringify({ release, moved }))
  else {
    terminal.out(say(language, 'schema-used', { release }))
    if (drafts) terminal.out(say(language, 'schema-moved', { count: moved }))
  }
  return ok(exitCodes.done)
}

const place: WorkspaceBody = async (backend, { terminal, json: forMachines, language }, command) => {
  const [release = '', file] = command.args
  if (file === undefined) {
    const form = await backend.call('release/get', { release })
    if (!form.ok) return form
    terminal.out(JSON.stringify(form.value.places, null, 2))
    return ok(exitCodes.done)
  }
  const json = await readJson(file)
  if (!json.ok) return json
  const places = placesForm.safeParse(json.value, plainWords)
  if (!places.success)
    return fail(
      problem('schema-places-form', { file, ...firstIssue(places.error), release }, { file }, false),
    )
  const kept = await backend.call('release/place', { release, places: places.data })
  if (!kept.ok) return kept
  const { length: count } = kept.value.places
  terminal.out(
    forMachines ? JSON.stringify({ release, count }) : say(language, 'schema-places-kept', { count }),
  )
  return ok(exitCodes.done)
}
