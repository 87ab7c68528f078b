import { firstIssue, plainWords } from '../../shared/first-issue.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { unitOf } from '../../shared/ivi/facts.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { normaliseHeader } from '../../shared/spreadsheet/header-text.ts'
import { type MappingProfile, type ProfileColumn, type ProfilePart, profileSchema } from './profile-schema.ts'
import { fieldEntry, fieldOf, isMessageTarget, spelledTarget } from './targets.ts'
import { factorBetween, isBaseUnit, type Unit, unitNamed } from './units.ts'

export type { MappingProfile, ProfileColumn } from './profile-schema.ts'

/**
 * A profile from outside, its targets spelled out with their rows numbered. Problems: `profile-unreadable` {where,
 * what}; `profile-target` {column, target}: a place that the release does not have; `profile-target-twice`,
 * `profile-header-twice`, `profile-table`, `profile-unit`, `profile-value`, `profile-split`, each with its column;
 * `profile-without-vin`.
 */
export function parseProfile(json: unknown, catalogue: Catalogue): Result<MappingProfile> {
  const parsed = profileSchema.safeParse(json, plainWords)
  if (!parsed.success) {
    const { place, reason } = firstIssue(parsed.error)
    return fail(problem('profile-unreadable', { where: place, what: reason }))
  }
  const { $schema: _, ...read } = parsed.data
  const spelled = spellTargets(read, catalogue)
  if (!spelled.ok) return spelled
  const wrong =
    checkOnce(spelled.value) ??
    checkColumns(spelled.value, catalogue) ??
    checkConstants(spelled.value, catalogue)
  return wrong ? fail(wrong) : spelled
}

function partsOf(column: ProfileColumn): readonly ProfilePart[] {
  return column.split?.into ?? [column]
}

const nameOf = (column: ProfileColumn): string => column.headers[0] ?? ''

function spellTargets(profile: MappingProfile, catalogue: Catalogue): Result<MappingProfile> {
  let wrong: Problem | undefined
  const spell = (target: string, column: string): string => {
    const place = spelledTarget(target, catalogue)
    if (place === undefined) wrong ??= problem('profile-target', { column, target })
    return place ?? target
  }
  const columns = profile.columns.map((column) => {
    const name = nameOf(column)
    if ((column.to === 'split') !== (column.split !== undefined)) {
      wrong ??= problem('profile-split', { column: name })
    }
    const split = column.split && {
      ...column.split,
      into: column.split.into.map((part) => ({ ...part, to: spell(part.to, name) })),
    }
    return { ...column, to: spell(column.to, name), ...(split ? { split } : {}) }
  })
  const constants = Object.fromEntries(
    Object.entries(profile.constants).map(([path, value]) => {
      if (!isMessageTarget(path)) wrong ??= problem('profile-target', { column: path, target: path })
      return [spell(path, path), value]
    }),
  )
  return wrong ? fail(wrong) : ok({ ...profile, columns, constants })
}

/** Two columns for one place, or one header for two columns, would let chance decide. */
function checkOnce(profile: MappingProfile): Problem | undefined {
  const targets = new Set(Object.keys(profile.constants))
  const headers = new Set<string>()
  for (const column of profile.columns) {
    const name = nameOf(column)
    for (const { to } of partsOf(column)) {
      if (to === 'ignore') continue
      if (targets.has(to)) return problem('profile-target-twice', { column: name, target: to })
      targets.add(to)
    }
    for (const header of column.headers) {
      const key = normaliseHeader(header)
      if (headers.has(key)) return problem('profile-header-twice', { column: name, header })
      headers.add(key)
    }
  }
  return targets.has('vin') ? undefined : problem('profile-without-vin', { profile: profile.id })
}

function checkColumns(profile: MappingProfile, catalogue: Catalogue): Problem | undefined {
  for (const column of profile.columns) {
    const name = nameOf(column)
    for (const { to, convert } of partsOf(column)) {
      const type = fieldEntry(to, catalogue)?.type
      const wrongValue = (value: string): Problem | undefined =>
        type && checkValue(type, value) && problem('profile-value', { column: name, value, target: to })
      if (convert.as === 'code' && convert.table !== undefined) {
        const table = profile.codeTables[convert.table]
        if (!table) return problem('profile-table', { column: name, table: convert.table })
        for (const code of Object.values(table)) {
          const wrong = wrongValue(code)
          if (wrong) return wrong
        }
      }
      if (convert.as === 'number' && convert.unit && !fitsField(convert.unit, to)) {
        const own = unitOf(fieldOf(to)) || '–'
        return problem('profile-unit', { column: name, unit: convert.unit, own })
      }
      if (column.default !== undefined) {
        const wrong = wrongValue(column.default)
        if (wrong) return wrong
      }
    }
  }
  return undefined
}

/** Where the field's unit is not known, only a base unit is taken, as it is: nothing could be converted. */
function fitsField(unit: Unit, target: string): boolean {
  if (!isMessageTarget(target)) return true
  const stated = unitOf(fieldOf(target))
  const own = unitNamed(stated)
  return own ? factorBetween(unit, own) !== undefined : stated === '' && isBaseUnit(unit)
}

function checkConstants(profile: MappingProfile, catalogue: Catalogue): Problem | undefined {
  for (const [path, value] of Object.entries(profile.constants)) {
    const type = fieldEntry(path, catalogue)?.type
    if (type && checkValue(type, value))
      return problem('profile-value', { column: path, value, target: path })
  }
  return undefined
}
