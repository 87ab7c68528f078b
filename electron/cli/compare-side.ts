import { readdirSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import type { SideInput } from '../../shared/compare/side-input.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type Backend, vehicleIdOf } from './backend.ts'

/** What a person named as one side of a comparison, as far as the words alone tell it. */
export type NamedSide =
  /** `folder` is the one that the files were found in. */
  | { readonly kind: 'files'; readonly files: readonly string[]; readonly folder?: string }
  | { readonly kind: 'register' }
  | {
      readonly kind: 'vehicle'
      readonly vin: string
      readonly version?: number
      readonly stage?: number | 'latest'
    }

const vehicle = /^([a-z0-9]{17})(?:@([1-9]\d{0,3})|\/(?:stage([1-9]\d?)|(base)))?$/i

/**
 * A file or folder on the disk comes before a VIN that is written the same. Codes: `diff-folder-empty`,
 * `file-missing`, `diff-side-unknown`.
 */
export function nameSide(text: string): Result<NamedSide> {
  const there = statSync(text, { throwIfNoEntry: false })
  if (there?.isDirectory()) {
    const files = messagesIn(text)
    return files.length > 0
      ? ok({ kind: 'files', files, folder: text })
      : fail(problem('diff-folder-empty', { folder: text }, {}, false))
  }
  if (there) return ok({ kind: 'files', files: [text] })
  if (text === 'register') return ok({ kind: 'register' })
  const [, vin, version, stage, base] = vehicle.exec(text) ?? []
  if (vin)
    return ok({
      kind: 'vehicle',
      vin: vin.toUpperCase(),
      ...(version ? { version: Number(version) } : {}),
      ...(stage ? { stage: Number(stage) } : base ? { stage: 'latest' as const } : {}),
    })
  const isPath = /[./\\]/.test(text)
  return fail(
    isPath
      ? problem('file-missing', { file: text }, { file: text }, false)
      : problem('diff-side-unknown', { side: text }, {}, false),
  )
}

/** The XML files of a folder, those of folders in it too; a link counts as what it leads to. */
function messagesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.xml$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Whether a side needs the workspace. */
export function needsWorkspace({ kind }: NamedSide): boolean {
  return kind !== 'files'
}

/** The side as the contract takes it. Codes: `vin-not-found`, `version-unknown`. */
export async function sideInputs(
  side: NamedSide,
  backend: Backend | undefined,
): Promise<Result<readonly SideInput[]>> {
  if (side.kind === 'files') {
    const { files, folder } = side
    return ok(
      files.map((path) => ({
        file: { path },
        ...(folder === undefined ? {} : { name: relative(folder, path).split(sep).join('/') }),
      })),
    )
  }
  if (side.kind === 'register' || !backend) return ok([{ register: true }])
  const id = await vehicleIdOf(backend, side.vin)
  if (!id.ok) return id
  if (side.stage !== undefined) return ok([{ vehicle: id.value, stage: side.stage }])
  if (side.version === undefined) return ok([{ vehicle: id.value }])
  const versions = await backend.call('vehicle/versions', { id: id.value })
  if (!versions.ok) return versions
  // What was withdrawn has the same number as what came after it; the later one counts.
  const found = versions.value.findLast(({ version }) => version === side.version)
  return found
    ? ok([{ vehicle: id.value, certificate: found.certificate }])
    : fail(problem('version-unknown', {}, { vin: side.vin }, false))
}
