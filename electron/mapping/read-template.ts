import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import type { Language } from '../../shared/messages.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { findPlace } from '../../shared/record/layer-paths.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { columnLetters } from '../../shared/spreadsheet/column-letters.ts'
import { normaliseVin } from '../../shared/spreadsheet/header-text.ts'
import { isRecordTarget, targetOfHeader, templateHeader } from '../../shared/template/template-header.ts'
import {
  isKeyLike,
  readKey,
  type TemplateKey,
  type TemplateKind,
} from '../../shared/template/template-key.ts'
import { parseVin } from '../../shared/values/vin.ts'
import type { MatchedColumn } from './match-columns.ts'
import type { MappingProfile, ProfileColumn } from './profile-schema.ts'
import { templateColumn, templateProfile } from './template-profile.ts'

export interface ReadTemplate {
  readonly kind: TemplateKind
  readonly profile: MappingProfile
  readonly header: SheetRow
  readonly columns: readonly MatchedColumn[]
}

/** True where the rows hold the hidden one of a template, sound or not. */
export function hasTemplateKeys(rows: readonly SheetRow[]): boolean {
  return rows.some(({ texts }) => texts.some(isKeyLike))
}

/**
 * What the columns of a template mean, by its hidden row. A header that numbers another row of the same table counts
 * before the key, so that a copied column serves for the next axle; an added column with a header of ours is known
 * without a key; any other added column is left alone. Problems: `template-damaged`, `template-other-release`,
 * `template-header-missing`, `template-sorted`, `template-column-damaged`, `template-column-contradiction`.
 */
export function readTemplate(
  rows: readonly SheetRow[],
  catalogue: Catalogue,
  file: string,
): Result<ReadTemplate> {
  const keyRow = rows.find(({ texts }) => texts.some(isKeyLike))
  const keys = keyRow?.texts.map((text) => (text.trim() === '' ? undefined : (readKey(text) ?? text)))
  const kind = keys?.find((key) => typeof key === 'object' && key.kind)
  if (!keyRow || !keys || typeof kind !== 'object' || !kind.kind)
    return fail(problem('template-damaged', { file }))
  const other = keys.find((key) => typeof key === 'object' && key.release !== catalogue.release)
  if (typeof other === 'object')
    return fail(
      problem('template-other-release', { release: other.release, known: catalogue.release }, {}, false),
    )
  const header = headerOf(rows, keyRow, keys, kind.kind.language, catalogue)
  if (!header.ok) return header
  const known = new Map<string, ProfileColumn>()
  const columns: MatchedColumn[] = []
  for (let index = 0; index < Math.max(keys.length, header.value.texts.length); index += 1) {
    const text = (header.value.texts[index] ?? '')
      .replace(/\s+/g, ' ')
      .replace(/\*+\s*$/, '')
      .trim()
    const target = targetOf(keys[index], text, index, kind.kind, catalogue)
    if (!target.ok) return target
    if (target.value === undefined && text === '') continue
    const shown = text || templateHeader(target.value ?? '', kind.kind.language)
    const matched = { index, letter: columnLetters(index), header: shown }
    if (target.value === undefined) columns.push({ ...matched, column: undefined })
    else {
      const column = known.get(target.value) ?? templateColumn(target.value, shown, kind.kind, catalogue)
      known.set(target.value, column)
      columns.push({ ...matched, column })
    }
  }
  const profile = templateProfile([...known.values()], kind.kind, catalogue, header.value.row)
  return ok({ kind: kind.kind, profile, header: header.value, columns })
}

type Key = TemplateKey | string | undefined

/** The row whose cells are headers of ours, or were before a person found shorter words; vehicles stand only below. */
function headerOf(
  rows: readonly SheetRow[],
  keyRow: SheetRow,
  keys: readonly Key[],
  language: Language,
  catalogue: Catalogue,
): Result<SheetRow> {
  const vinAt = keys.findIndex((key) => typeof key === 'object' && key.target === 'vin')
  let best: { readonly row: SheetRow; readonly hits: number } | undefined
  for (const row of rows) {
    if (row === keyRow) continue
    const hits = row.texts.filter((text) => text && targetOfHeader(text, catalogue) !== undefined).length
    if (hits > (best?.hits ?? 0)) best = { row, hits }
  }
  if (!best) return fail(problem('template-header-missing', { header: templateHeader('vin', language) }))
  const { row } = best
  for (const { row: number, texts } of rows) {
    const vin = parseVin(normaliseVin(texts[vinAt] ?? ''))
    if (number < row.row && vin.ok)
      return fail(problem('template-sorted', { row: number, vin: vin.value, header: row.row }, {}, false))
  }
  return ok(row)
}

function targetOf(
  key: Key,
  header: string,
  index: number,
  kind: TemplateKind,
  catalogue: Catalogue,
): Result<string | undefined> {
  const column = columnLetters(index)
  const said = header === '' ? undefined : targetOfHeader(header, catalogue)
  const meant = typeof key === 'object' ? placeOf(key.target, catalogue) : undefined
  if (key === undefined || meant === undefined) {
    if (key === undefined || said !== undefined) return ok(said)
    const shown = typeof key === 'object' ? key.target : key
    return fail(at(problem('template-column-damaged', { column, header, key: shown, release: kind.release })))
  }
  if (said === undefined) return ok(meant)
  if (schemaPath(said) === schemaPath(meant)) return ok(said)
  const args = { column, header, meant: templateHeader(meant, kind.language) }
  return fail(at(problem('template-column-contradiction', args)))

  function at(found: Problem): Problem {
    return { ...found, where: { column } }
  }
}

/** The target as the record spells it; undefined for what the release has not. */
function placeOf(target: string, catalogue: Catalogue): string | undefined {
  if (isRecordTarget(target)) return target
  const place = findPlace(target, catalogue)
  return place !== undefined && fieldIndex(catalogue).has(schemaPath(place)) ? place : undefined
}
