import type { Parsed } from '../../shared/ipc-contract.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { type TemplateKind, templateProfileId } from '../../shared/template/template-key.ts'
import { listsSheet } from '../../shared/template/template-lists.ts'
import { type OpenSheet, readSheet } from '../intake/read-sheet.ts'
import type { SheetOptions } from '../intake/sheet-protocol.ts'
import { type MatchedColumn, matchColumns, proposeHeaderRow } from '../mapping/match-columns.ts'
import type { MappingProfile } from '../mapping/profiles.ts'
import { hasTemplateKeys, readTemplate } from '../mapping/read-template.ts'
import type { Workspace } from '../workspace.ts'
import { keptSource } from './kept-source.ts'
import { findProfile, profiles } from './profiles.ts'

/** Titles, logos and blank rows stand above the headers of real files; farther down nobody looks for them. */
const headerSearch = 40

export type IntakeInput = Parsed<'intake/preview'>

export interface OpenIntake {
  readonly profile: MappingProfile
  /** Where the file itself says what its columns mean. */
  readonly template?: TemplateKind
  readonly sheet: OpenSheet
  readonly path: string
  /** Rows read so far while the header was looked for. */
  readonly first: readonly SheetRow[]
  readonly header: SheetRow | undefined
  readonly columns: readonly MatchedColumn[]
  readonly rest: AsyncIterator<Result<readonly SheetRow[]>>
}

/**
 * Opens a file with the profile named; without one, as the template that it is. Problems: those of the file and of
 * {@link readTemplate}, `profile-unknown`, `import-needs-profile` for a file that is no template.
 */
export async function openIntake(workspace: Workspace, input: IntakeInput): Promise<Result<OpenIntake>> {
  const path = keptSource(workspace, input.file)
  const { profile: id } = input
  if (id !== undefined && id !== templateProfileId) {
    const profile = findProfile(workspace, id)
    return profile.ok ? openAs(workspace, input, profile.value, path) : profile
  }
  const opened = await openTemplate(workspace, path, input.sheet)
  if (!opened.ok || opened.value) return opened as Result<OpenIntake>
  const known = profiles(workspace)
  const [only] = known
  if (input.fallBack && only) return openAs(workspace, input, only, path)
  const names = known.map((each) => each.id).join(', ') || '–'
  const file = path.slice(path.replaceAll('\\', '/').lastIndexOf('/') + 1)
  return fail(problem('import-needs-profile', { file, profiles: names }, { file }, false))
}

type Started = Pick<OpenIntake, 'sheet' | 'first' | 'rest'>

async function start(
  workspace: Workspace,
  path: string,
  options: SheetOptions,
  rows: number,
): Promise<Result<Started>> {
  const opened = await readSheet({ path }, options, workspace.ports.spawn)
  if (!opened.ok) return opened
  const sheet = opened.value
  const rest = sheet.batches[Symbol.asyncIterator]()
  const first: SheetRow[] = []
  while (first.length < rows) {
    const { value, done } = await rest.next()
    if (done) break
    if (!value.ok) {
      sheet.close()
      return value
    }
    first.push(...value.value)
  }
  return ok({ sheet, first, rest })
}

async function openAs(
  workspace: Workspace,
  input: IntakeInput,
  profile: MappingProfile,
  path: string,
): Promise<Result<OpenIntake>> {
  const { source } = profile
  const sheet = input.sheet ?? source.sheet
  const encoding = input.encoding ?? source.encoding
  const options = {
    ...(sheet ? { sheet } : {}),
    csv: {
      ...(encoding ? { encoding } : {}),
      ...(source.delimiter ? { delimiter: source.delimiter } : {}),
    },
  }
  const started = await start(workspace, path, options, Math.max(headerSearch, input.headerRow ?? 0))
  if (!started.ok) return started
  const { first } = started.value
  const header = input.headerRow
    ? first.find(({ row }) => row === input.headerRow)
    : proposeHeaderRow(profile, first.slice(0, headerSearch))
  const columns = header ? matchColumns(profile, header) : []
  return ok({ ...started.value, profile, path, header, columns })
}

/** Undefined for a file that is no template. Its sheets may have been renamed and put in another order. */
async function openTemplate(
  workspace: Workspace,
  path: string,
  sheet: string | undefined,
): Promise<Result<OpenIntake | undefined>> {
  let started = await start(workspace, path, sheet ? { sheet } : {}, headerSearch)
  if (!started.ok) {
    // Which encoding a text file has is a question of its profile, and so is everything else of it.
    return /^csv-/.test(started.problem.code) ? ok(undefined) : started
  }
  const { sheets, sheet: shown } = started.value.sheet.info
  const isOurs = sheets.some(({ name, hidden }) => hidden && name === listsSheet)
  const others = sheets.filter(({ name, hidden }) => !hidden && name !== shown).map(({ name }) => name)
  for (const other of isOurs && sheet === undefined ? others : []) {
    if (hasTemplateKeys(started.value.first)) break
    started.value.sheet.close()
    started = await start(workspace, path, { sheet: other }, headerSearch)
    if (!started.ok) return started
  }
  const { first, sheet: open } = started.value
  if (!isOurs && !hasTemplateKeys(first)) {
    open.close()
    return ok(undefined)
  }
  const read = readTemplate(first, workspace.releases.inUse)
  if (!read.ok) {
    open.close()
    const { problem: found } = read
    const where = { file: open.file, sheet: open.info.sheet, ...found.where }
    return fail({ ...found, args: { file: open.file, ...found.args }, where })
  }
  const { kind, profile, header, columns } = read.value
  return ok({ ...started.value, profile, path, header, columns, template: kind })
}
