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
  if (!opened.ok) return opened
  const { template, plain } = opened.value
  if (template) return ok(template)
  const known = profiles(workspace)
  const [first] = known
  if (input.fallBack && first) {
    // A workbook's first sheet was read as the profile reads it; a text file may want another encoding.
    if (plain && !first.source.sheet && plain.sheet.info.format === 'xlsx')
      return ok(mapped(plain, first, path, input.headerRow))
    plain?.sheet.close()
    return openAs(workspace, input, first, path)
  }
  plain?.sheet.close()
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
  return started.ok ? ok(mapped(started.value, profile, path, input.headerRow)) : started
}

function mapped(
  started: Started,
  profile: MappingProfile,
  path: string,
  headerRow: number | undefined,
): OpenIntake {
  const { first } = started
  const header = headerRow
    ? first.find(({ row }) => row === headerRow)
    : proposeHeaderRow(profile, first.slice(0, headerSearch))
  return { ...started, profile, path, header, columns: header ? matchColumns(profile, header) : [] }
}

interface MaybeTemplate {
  readonly template?: OpenIntake
  /** What was opened and is no template. */
  readonly plain?: Started
}

/** A template's sheets may have been renamed and put in another order. */
async function openTemplate(
  workspace: Workspace,
  path: string,
  sheet: string | undefined,
): Promise<Result<MaybeTemplate>> {
  let started = await start(workspace, path, sheet ? { sheet } : {}, headerSearch)
  if (!started.ok) {
    // Which encoding a text file has is a question of its profile, and so is everything else of it.
    return /^csv-/.test(started.problem.code) ? ok({}) : started
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
  if (!isOurs && !hasTemplateKeys(first)) return ok({ plain: started.value })
  const read = readTemplate(first, workspace.releases.inUse, open.file)
  if (!read.ok) {
    open.close()
    const { problem: found } = read
    const where = { file: open.file, sheet: open.info.sheet, ...found.where }
    return fail({ ...found, where })
  }
  const { kind, profile, header, columns } = read.value
  return ok({ template: { ...started.value, profile, path, header, columns, template: kind } })
}
