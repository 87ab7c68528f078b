import type { FileInput } from '../../shared/ipc-contract.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { diffReleases, isEmptyDiff, type ReleaseDiff } from '../../shared/ivi/diff-releases.ts'
import { formSections } from '../../shared/ivi/layout.ts'
import { type FieldPlace, placeFields } from '../../shared/ivi/place-fields.ts'
import { compareReleases, type Releases, releaseNamed, releaseUnknown } from '../../shared/ivi/releases.ts'
import { problem } from '../../shared/problem.ts'
import { describeRelease } from '../../shared/releases/describe-release.ts'
import type {
  AddedRelease,
  ReleaseComparison,
  ReleaseForm,
  ReleaseRow,
  Touched,
} from '../../shared/releases/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { judgeSchema } from '../ivi-xml/judge-schema.ts'
import { maxSchemaMegabytes } from '../ivi-xml/read-schema.ts'
import { currentCertificate, setStatus } from '../register/certificates.ts'
import { keepDocument } from '../register/documents.ts'
import {
  countInRelease,
  openFirstsBeside,
  openInRelease,
  saveRelease,
} from '../register/release-certificates.ts'
import { keepPlaces, keepRelease, keptReleases, saveReleaseInUse } from '../register/releases.ts'
import { definitions } from '../register/settings.ts'
import { markAllOpenStale } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { openFile } from './open-file.ts'
import { requireRole } from './people.ts'
import { touchedDrafts } from './release-drafts.ts'
import { changesOf, touchedDefinitions, touchedLayout, touchedRules } from './release-touches.ts'

/** The releases of the message that this workspace knows, in the order of their numbers. */
export function releaseRows(workspace: Workspace): readonly ReleaseRow[] {
  const { db, releases } = workspace
  const given = new Map(keptReleases(db).map((each) => [each.catalogue.release, each]))
  return releases.known.map((catalogue) => {
    const { release } = catalogue
    const kept = given.get(release)
    const { catalogue: _catalogue, places: _places, ...named } = kept ?? {}
    return {
      ...describeRelease(catalogue),
      inUse: catalogue === releases.inUse,
      certificates: { open: openInRelease(db, release).length, all: countInRelease(db, release) },
      ...(kept ? { given: named as NonNullable<ReleaseRow['given']> } : {}),
    }
  })
}

/** Catalogue and form of a release, or without one of everything that may be spoken of. Code: `release-unknown`. */
export function releaseForm({ releases }: Workspace, release?: string): Result<ReleaseForm> {
  const { every } = releases
  if (release === undefined) return ok({ catalogue: every, places: placeFields(every, formSections) })
  const catalogue = releaseNamed(releases, release)
  if (!catalogue) return fail(releaseUnknown(release, releases))
  const places = releases.places.get(release) ?? placeFields(catalogue, formSections)
  return ok({ catalogue, places })
}

export interface NewRelease {
  readonly file: FileInput
  readonly release?: string | undefined
  readonly replace?: string | undefined
  readonly dry: boolean
}

/**
 * Reads a schema and keeps what it says beside the known releases, with the file as it came. Codes: those of
 * `judgeSchema`; `schema-release-differs` {release, count, first}: the number is known with another content and no
 * reason was given; `schema-replace-nothing` {release}.
 */
export async function addRelease(workspace: Workspace, input: NewRelease): Promise<Result<AddedRelease>> {
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const opened = await openFile(input.file, maxSchemaMegabytes)
  if (!opened.ok) return opened
  const { name, bytes } = opened.value
  const read = judgeSchema(bytes, input.release)
  if (!read.ok) return fail({ ...read.problem, where: { file: name, ...read.problem.where } })
  const catalogue = read.value
  const { release } = catalogue
  const before = releaseNamed(workspace.releases, release)
  if (!before && input.replace !== undefined) return fail(problem('schema-replace-nothing', { release }))
  const compared = await comparison(workspace, before ?? predecessor(workspace.releases, release), catalogue)
  const content = before === undefined ? 'none' : isEmptyDiff(compared.diff) ? 'same' : 'other'
  const answer = (outcome: AddedRelease['outcome']) =>
    ok({ ...compared, outcome, release, before: content } as const)
  if (input.dry) return answer('tried')
  if (content === 'same') return answer('known')
  if (before && input.replace === undefined)
    return fail(problem('schema-release-differs', { release, ...sizeOf(compared.diff) }, { file: name }))
  const reason = input.replace ?? ''
  keep(workspace, catalogue, { name, bytes, reason, places: compared.touched.layout.placed })
  return answer(before ? 'replaced' : 'added')
}

function keep(
  workspace: Workspace,
  catalogue: Catalogue,
  given: {
    readonly name: string
    readonly bytes: Uint8Array
    readonly reason: string
    readonly places: readonly FieldPlace[]
  },
): void {
  const { db } = workspace
  const { name: file, bytes, reason, places } = given
  const { release } = catalogue
  const addedAt = timestamp(workspace)
  const person = actorName(workspace)
  const editions = keptReleases(db).filter((each) => each.catalogue.release === release).length
  db.transaction(() => {
    const sha256 = keepDocument(db, bytes, 'schema', addedAt)
    keepRelease(db, editions + 1, { catalogue, places, sha256, file, addedAt, person, reason })
    appendAudit(db, {
      at: addedAt,
      person,
      action: reason === '' ? 'release-added' : 'release-replaced',
      args: { release, file, sha256, ...(reason === '' ? {} : { reason }) },
    })
    markAllOpenStale(db)
  })
}

/** What changed between two known releases, and what of the workspace that touches. Code: `release-unknown`. */
export async function compareKnown(
  workspace: Workspace,
  from: string,
  to: string,
): Promise<Result<ReleaseComparison>> {
  const { releases } = workspace
  const [before, after] = [releaseNamed(releases, from), releaseNamed(releases, to)]
  if (!before || !after) return fail(releaseUnknown(before ? to : from, releases))
  return ok(await comparison(workspace, before, after))
}

async function comparison(
  workspace: Workspace,
  before: Catalogue,
  after: Catalogue,
): Promise<ReleaseComparison> {
  const { db, releases } = workspace
  const diff = diffReleases(before, after)
  const changes = changesOf(diff, before, after)
  const touched: Touched = {
    profiles: touchedDefinitions(definitions(db, 'profile'), changes),
    variants: touchedDefinitions(definitions(db, 'variant'), changes),
    rules: touchedRules(changes),
    layout: touchedLayout(changes, releases.places.get(after.release)),
    drafts: await touchedDrafts(workspace, changes),
  }
  return { diff, touched }
}

/** The release that one of this number follows: the nearest lower one, else the one in use. */
function predecessor({ known, inUse }: Releases, release: string): Catalogue {
  return known.findLast((each) => compareReleases(each.release, release) < 0) ?? inUse
}

/** How much differs, and the first of it. */
function sizeOf(diff: ReleaseDiff): { readonly count: number; readonly first: string } {
  const { added, removed, moved, limits, codes, counts } = diff
  const first =
    [...added, ...removed, ...counts][0]?.path ??
    moved[0]?.from ??
    [...limits, ...codes][0]?.paths[0] ??
    diff.to.namespace
  const count = [added, removed, moved, limits, codes, counts].reduce((sum, list) => sum + list.length, 0)
  return { count: Math.max(1, count), first }
}

/**
 * Makes a release that of new drafts, and with `drafts` of open first versions too; corrections keep their original's.
 * Code: `release-unknown`.
 */
export function useRelease(
  workspace: Workspace,
  release: string,
  drafts: boolean,
): Result<{ readonly moved: number }> {
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const { db, releases } = workspace
  if (!releaseNamed(releases, release)) return fail(releaseUnknown(release, releases))
  const at = timestamp(workspace)
  const person = actorName(workspace)
  const before = releases.inUse.release
  const ids = drafts ? openFirstsBeside(db, release) : []
  db.transaction(() => {
    saveReleaseInUse(db, release)
    for (const id of ids) {
      const certificate = currentCertificate(db, id)
      saveRelease(db, certificate.id, release, at)
      // What was checked was checked by the other release.
      setStatus(db, certificate, 'draft', at)
    }
    markAllOpenStale(db)
    appendAudit(db, { at, person, action: 'release-used', args: { release, before, moved: ids.length } })
  })
  if (ids.length > 0) workspace.emit({ kind: 'changed', ids })
  return ok({ moved: ids.length })
}

/**
 * Lets a person say where the fields stand that the product's own form does not have: each of them once. Codes:
 * `release-unknown`, `schema-places-unreadable` {release, what}.
 */
export function placeReleaseFields(
  workspace: Workspace,
  release: string,
  places: readonly FieldPlace[],
): Result<ReleaseForm> {
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const { db, releases } = workspace
  const catalogue = releaseNamed(releases, release)
  const kept = keptReleases(db).findLast((each) => each.catalogue.release === release)
  if (!catalogue || !kept) return fail(releaseUnknown(release, releases))
  const wanted = placeFields(catalogue, formSections).map(({ path }) => path)
  const what =
    places.find(({ path }) => !wanted.includes(path))?.path ??
    wanted.find((path) => places.filter((one) => one.path === path).length !== 1) ??
    places.find(({ section }) => !formSections.some(({ id }) => id === section))?.section
  if (what !== undefined) return fail(problem('schema-places-unreadable', { release, what }))
  const at = timestamp(workspace)
  db.transaction(() => {
    keepPlaces(db, kept, places)
    appendAudit(db, {
      at,
      person: actorName(workspace),
      action: 'release-placed',
      args: { release, count: places.length },
    })
  })
  return releaseForm(workspace, release)
}
