import facts from '../../schemas/completion/comparisons.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { layerPathOf } from '../../shared/record/compose-draft.ts'
import type { LayerValue } from '../../shared/record/layers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { compare, decimal, parseDecimal } from '../../shared/values/decimal.ts'
import { addDays, parseIsoDate, utcDay } from '../../shared/values/iso-date.ts'
import { appendAudit } from '../audit/append.ts'
import { catalogueOf, timestamp, type Workspace } from '../workspace.ts'
import { compose } from './compose.ts'
import { keepLayers, openForEdit, type TypedValue } from './edit.ts'
import { knownPath } from './known-path.ts'
import { requireRole } from './people.ts'

export interface Weighing {
  /** Number of the slip of the scale. */
  readonly slip: string
  /** Day of the weighing, `YYYY-MM-DD`. */
  readonly day: string
  /** null takes a weighed value back. */
  readonly values: readonly TypedValue[]
}

const weighable: ReadonlySet<string> = new Set(facts.measured.map(({ path }) => path))

/**
 * Keeps what a scale or a tape said, with its slip. It stands over everything declared and is compared with it; what
 * was typed at the same place before is from now on what was declared.
 */
export function weigh(workspace: Workspace, id: number, weighing: Weighing): Result<null> {
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const opened = openForEdit(workspace, id)
  if (!opened.ok) return opened
  const { vehicle, certificate } = opened.value
  const at = timestamp(workspace)
  const slip = weighing.slip.trim()
  const day = parseIsoDate(weighing.day)
  // East of Greenwich it is tomorrow already.
  const latest = addDays(utcDay(workspace.ports.now()), 1)
  const wrong = !day || day > latest ? problem('weighing-day', { day: weighing.day }) : undefined
  if (wrong) return fail({ ...wrong, where: { vin: vehicle.vin } })
  for (const { path, value } of weighing.values) {
    const refused = refusal(catalogueOf(workspace, certificate.release), path, value)
    if (refused) return fail({ ...refused, where: { vin: vehicle.vin, path } })
  }
  const composed = compose(workspace, vehicle, certificate)
  const measured: Record<string, LayerValue> = { ...certificate.layers.measured }
  const typed: Record<string, LayerValue> = { ...certificate.layers.typed }
  const file: Record<string, LayerValue> = { ...certificate.layers.file }
  workspace.db.transaction(() => {
    for (const { path, value } of weighing.values) {
      const place = layerPathOf(path, composed.layers, composed.catalogue)
      const declared = typed[place]
      if (declared && declared.value !== null) file[place] = declared
      delete typed[place]
      if (value === null) delete measured[place]
      else measured[place] = { value, source: { kind: 'measured', slip, day: weighing.day } }
      appendAudit(workspace.db, {
        at,
        person: allowed.value.name,
        action: value === null ? 'weighing-removed' : 'weighed',
        vin: vehicle.vin,
        args: { path, before: composed.leaves.get(path) ?? '', after: value ?? '', slip, day: weighing.day },
      })
    }
    keepLayers(workspace, opened.value, { ...certificate.layers, file, typed, measured }, at)
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok(null)
}

function refusal(catalogue: Catalogue, path: string, value: string | null): Problem | undefined {
  const known = knownPath(path, catalogue)
  if (!known.ok) return known.problem
  const type = fieldIndex(catalogue).get(schemaPath(path))?.type
  if (!type || !weighable.has(schemaPath(path))) return problem('not-weighable', { path })
  if (value === null) return undefined
  const number = parseDecimal(value)
  return (
    checkValue(type, value) ??
    (number && compare(number, decimal(0)) > 0 ? undefined : problem('weighed-nothing', { value }))
  )
}
