import { useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { relevance } from '../../../../shared/ivi/facts.ts'
import { isForCategory, tableShape } from '../../../../shared/ivi/layout.ts'
import { valueAt } from '../../../../shared/ivi/message.ts'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { Finding } from '../../../../shared/rules/finding.ts'
import { groups, sections } from '../../../fields/field-facts.ts'
import type { DraftStore } from '../draft/draft-store.ts'
import { useAllFindings, useDraft } from '../draft-context.ts'
import { isChanged, type StageValues } from '../stage-values.ts'
import type { FormActions } from './form-actions.ts'
import { withGhosts } from './ghost-rows.ts'
import type { Goal } from './landing.ts'
import { buildLines, type Line } from './lines.ts'
import { lineOf, narrowed } from './narrow.ts'
import { countRows, mostRows } from './rows.ts'
import { useRanges } from './use-ranges.ts'
import { useRowActions } from './use-row-actions.ts'

export type FormView = 'needed' | 'all'

export interface FormLines {
  readonly lines: readonly Line[]
  /** Those of every field. */
  readonly all: readonly Line[]
  readonly actions: FormActions
  /** Where the cursor is to go once the lines are there. */
  readonly goal: Goal | undefined
}

/** The lines of the form; they change when rows come or go or the view changes, never while a value is typed. */
export function useLines(view: FormView): FormLines {
  const { store, stages } = useDraft()
  const findings = useAllFindings()
  const [goal, setGoal] = useState<Goal>()
  const { ghosts, touched, actions } = useRowActions(store, setGoal)
  const stated = useSyncExternalStore(store.onAny, store.stated)
  const { shows, show, forget } = useRanges(store, stated, setGoal)
  const shape = useMemo(() => JSON.stringify([...countRows(stated)]), [stated])
  const tree = store.detail().tree
  const category = valueAt(tree, 'CocDataGroup/VehicleCategory') ?? store.detail().row.category
  const stage = valueAt(tree, 'CocDataGroup/StageOfCompletion') ?? ''
  const all = useMemo(() => {
    const before = new Set(stages.flatMap(({ leaves }) => [...leaves.keys()].map(schemaPath)))
    const ours = new Set([...store.stated()].map(schemaPath))
    return buildLines({
      sections: sections.filter((section) => isForCategory(section, category)),
      repeats: (place) => groups.has(place),
      shape: tableShape,
      counts: withGhosts(new Map(JSON.parse(shape) as [string, number][]), ghosts),
      earlier: mostRows(stages.map(({ counts }) => counts)),
      isStatedBefore: (field) => before.has(field),
      isShown: (field) =>
        ours.has(field) || before.has(field) || relevance(field, category, stage) !== 'irrelevant',
      shows,
    })
  }, [shape, ghosts, store, stages, category, stage, shows])

  const needed = useNeeded(findings, stages)
  const lines = useMemo(() => {
    if (view === 'all') return all
    // A finding about a whole group or table stands at the line where it leads.
    const led = new Set([...needed].map((path) => all[lineOf(all, path)]?.key))
    return narrowed(all, (line) => led.has(line.key) || isNeeded(line, needed, touched))
  }, [view, all, needed, touched])
  const formActions = useMemo((): FormActions => {
    const undo = (): void => {
      forget()
      actions.undo()
    }
    return { ...actions, show, undo }
  }, [actions, show, forget])
  return { lines, all, actions: formActions, goal }
}

function isNeeded(line: Line, needed: ReadonlySet<string>, touched: ReadonlySet<string>): boolean {
  if ('table' in line && touched.has(line.table?.places.at(-1) ?? '')) return true
  if (!('places' in line)) return false
  if (line.kind === 'field' && line.fields.some((field) => needed.has(field))) return true
  return line.places.some((place) => needed.has(place))
}

/**
 * The places that need a look: wrong or missing by a finding, changed against an earlier stage or typed over the
 * body, measured, or with drift. A place once in it stays, so that no line goes away under somebody's hands.
 */
function useNeeded(findings: readonly Finding[], stages: readonly StageValues[]): ReadonlySet<string> {
  const { store } = useDraft()
  // Another variant or base brings other values; a keystroke does not.
  const { variantId } = store.detail().row
  const kept = useRef<ReadonlySet<string>>(new Set())
  const begun = useRef('')
  return useMemo(() => {
    const ground = `${variantId} ${stages.map(({ stage }) => stage.sha256).join(' ')}`
    const added = findings.flatMap(({ paths, path }) => [path, ...paths])
    if (begun.current !== ground) added.push(...placesToSee(store, stages))
    begun.current = ground
    if (added.some((path) => !kept.current.has(path))) kept.current = new Set([...kept.current, ...added])
    return kept.current
  }, [findings, stages, store, variantId])
}

function placesToSee(store: DraftStore, stages: readonly StageValues[]): readonly string[] {
  const { sources, drift, row } = store.detail()
  const places = drift.map(({ path }) => path)
  // Where nothing but a person says anything, a typed value is none to look at twice.
  const isGiven = stages.length > 0 || Boolean(row.variantId)
  for (const [path, value] of store.leaves()) {
    const kind = sources[path]?.kind
    // What the product fills in by itself differs from every earlier stage and needs nobody's eye.
    if (kind === 'computed' || kind === 'company') continue
    if (kind === 'measured' || (kind === 'typed' && isGiven) || isChanged(stages, path, value))
      places.push(path)
  }
  return places
}
