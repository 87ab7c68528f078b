import { checkCharacters } from '../../../../shared/ivi/check-value.ts'
import { leavesOf } from '../../../../shared/ivi/message.ts'
import { type Problem, problem } from '../../../../shared/problem.ts'
import type { Source } from '../../../../shared/record/layers.ts'
import { longestTyped } from '../../../../shared/record/typed-value.ts'
import type { FormRecord } from '../../../../shared/record/views.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import {
  asSaved,
  asSent,
  asUnsent,
  type Change,
  isPending,
  nothingPending,
  overlaid,
  pendingAt,
  sendable,
  withChanges,
} from './pending.ts'
import { emptyStack, noted, redone, type Step, undone } from './undo-stack.ts'
import type { UnsavedStore } from './unsaved.ts'

export type SaveState =
  | { readonly kind: 'saved' | 'saving' }
  | { readonly kind: 'failed'; readonly problem: Problem }

/** A record's values while somebody types: reads are immediate, saving follows by itself. */
export interface DraftStore {
  readonly detail: () => FormRecord
  /** The value as typed, empty where there is none. */
  readonly value: (path: string) => string
  readonly source: (path: string) => Source | undefined
  /** Every value, typed ones included. */
  readonly leaves: () => ReadonlyMap<string, string>
  /** The places that have a value; the same set as long as none comes or goes. */
  readonly stated: () => ReadonlySet<string>
  /** Another number whenever any value may have changed. */
  readonly version: () => number
  readonly set: (changes: readonly Change[]) => void
  /**
   * Takes a row away; the rows behind it move up, so everything typed is saved first. `follow` says what else changes
   * then, such as numbers of rows; all of it is one step to take back.
   */
  readonly removeRow: (path: string, follow?: Follow) => Promise<void>
  readonly undo: () => string | undefined
  readonly redo: () => string | undefined
  /** Saves now; true where nothing is left to save. */
  readonly flush: () => Promise<boolean>
  /** Forgets everything that is not saved yet. */
  readonly takeBack: () => void
  readonly saveState: () => SaveState
  /** A newer answer of the backend. */
  readonly adopt: (detail: FormRecord) => void
  /** Told when the value, source or finding of this path may have changed. */
  readonly onPath: (path: string, listener: () => void) => () => void
  /** Told of every change. */
  readonly onAny: (listener: () => void) => () => void
}

type Values = ReadonlyMap<string, string>
/** What follows from a row's removal, by the values before and after it. */
export type Follow = (before: Values, after: Values) => readonly Change[]

type Save = (changes: readonly Change[]) => Promise<Result<FormRecord>>

const pauseBeforeSave = 400
const pauseAfterFailure = 3000

export function createDraftStore(first: FormRecord, save: Save, unsaved: UnsavedStore): DraftStore {
  let detail = first
  let saved = leavesOf(first.tree)
  let pending = withChanges(nothingPending, first.editable ? unsaved.read() : [])
  let stack = emptyStack
  let saveState: SaveState = { kind: isPending(pending) ? 'saving' : 'saved' }
  let leaves: ReadonlyMap<string, string> | undefined
  let stated: ReadonlySet<string> | undefined
  let version = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  /** A row of the body's whose removal waits for its reason. */
  let removing: { readonly path: string; readonly follow: Follow } | undefined
  const pathListeners = new Map<string, Set<() => void>>()
  const anyListeners = new Set<() => void>()

  const tell = (paths: Iterable<string>): void => {
    for (const path of paths) for (const listener of pathListeners.get(path) ?? []) listener()
    for (const listener of anyListeners) listener()
  }
  const outdate = (): void => {
    leaves = undefined
    version += 1
  }
  const value = (path: string): string => {
    const typed = pendingAt(pending, path)
    return typed === undefined ? (saved.get(path) ?? '') : (typed ?? '')
  }
  const schedule = (pause: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), pause)
  }
  const setState = (state: SaveState): void => {
    saveState = state
    tell([])
  }
  const adopt = (next: FormRecord): void => {
    detail = { ...next, sources: keptSources(detail.sources, next.sources) }
    saved = leavesOf(next.tree)
    outdate()
    const before = stated
    stated = undefined
    if (before && sameSet(before, currentlyStated())) stated = before
    tell(pathListeners.keys())
  }
  const currentLeaves = (): ReadonlyMap<string, string> => {
    leaves ??= overlaid(saved, pending)
    return leaves
  }
  const currentlyStated = (): ReadonlySet<string> => {
    stated ??= new Set(currentLeaves().keys())
    return stated
  }
  const apply = (changes: readonly Change[]): void => {
    const comesOrGoes = changes.some(
      (change) => (value(change.path) === '') !== ((change.value ?? '') === ''),
    )
    pending = withChanges(pending, changes)
    outdate()
    if (comesOrGoes) stated = undefined
    unsaved.write(
      [...new Map([...pending.sent, ...pending.waiting])].map(([path, value]) => ({ path, value })),
    )
    saveState = { kind: 'saving' }
    tell(changes.map(({ path }) => path))
    schedule(pauseBeforeSave)
  }

  async function sendAll(): Promise<boolean> {
    while (sendable(pending).size > 0) {
      pending = asSent(pending)
      // What was typed and taken back before it was saved is no change.
      const changes = [...pending.sent]
        .filter(([path, typed]) => (typed ?? '') !== (saved.get(path) ?? ''))
        .map(([path, typed]) => ({ path, value: typed === '' ? null : typed }))
      const result = changes.length > 0 ? await save(changes) : ok(detail)
      if (!result.ok) {
        pending = asUnsent(pending)
        setState({ kind: 'failed', problem: result.problem })
        // A refusal does not mend by itself; a backend that was away comes back.
        if (result.problem.code === 'backend-unreachable') schedule(pauseAfterFailure)
        return false
      }
      pending = asSaved(pending)
      unsaved.write([...pending.waiting].map(([path, value]) => ({ path, value })))
      adopt(result.value)
    }
    // What no message can carry is kept in this window alone.
    const [held] = pending.waiting.values()
    const refused = typeof held === 'string' ? checkCharacters(held) : undefined
    if (held !== undefined) {
      setState({ kind: 'failed', problem: refused ?? problem('value-beyond-saving', { max: longestTyped }) })
      return false
    }
    setState({ kind: 'saved' })
    return true
  }
  function flush(): Promise<boolean> {
    clearTimeout(timer)
    if (!isPending(pending)) return Promise.resolve(true)
    running ??= sendAll().finally(() => {
      running = undefined
    })
    return running
  }
  const walk = (step: Step | undefined, side: 'before' | 'after'): string | undefined => {
    if (!step) return undefined
    apply(step.changes.map((change) => ({ path: change.path, value: change[side] })))
    return step.changes[0]?.path
  }
  if (isPending(pending)) schedule(0)

  const api: DraftStore = {
    detail: () => detail,
    value,
    source: (path) => (pendingAt(pending, path) === undefined ? detail.sources[path] : undefined),
    leaves: currentLeaves,
    stated: currentlyStated,
    version: () => version,
    set: (changes) => {
      const steps = changes
        .map(({ path, value: after }) => ({ path, before: value(path), after: after ?? '' }))
        .filter(({ before, after }) => before !== after)
      if (steps.length === 0) return
      stack = noted(stack, { at: Date.now(), changes: steps })
      apply(steps.map(({ path, after }) => ({ path, value: after })))
    },
    removeRow: async (path, follow = () => []) => {
      if (!(await flush())) return
      const before = saved
      const result = await save([{ path, value: null }])
      if (!result.ok) {
        if (result.problem.code === 'reason-needed') removing = { path, follow }
        setState({ kind: 'failed', problem: result.problem })
        return
      }
      saveState = { kind: 'saved' }
      adopt(result.value)
      const changes = follow(before, saved)
      stack = noted(stack, { at: Date.now(), changes: stepsBetween(before, overlaidWith(saved, changes)) })
      if (changes.length > 0) apply(changes)
    },
    undo: () => {
      const back = undone(stack)
      if (back) stack = back.stack
      return walk(back?.step, 'before')
    },
    redo: () => {
      const again = redone(stack)
      if (again) stack = again.stack
      return walk(again?.step, 'after')
    },
    flush: () => {
      if (removing === undefined || isPending(pending)) return flush()
      const { path, follow } = removing
      removing = undefined
      return api.removeRow(path, follow).then(() => saveState.kind === 'saved')
    },
    takeBack: () => {
      removing = undefined
      const paths = [...pending.waiting.keys(), ...pending.sent.keys()]
      pending = nothingPending
      unsaved.write([])
      outdate()
      stated = undefined
      saveState = { kind: 'saved' }
      tell(paths)
    },
    saveState: () => saveState,
    adopt: (next) => {
      if (!running) adopt(next)
    },
    onPath: (path, listener) => {
      const listeners = pathListeners.get(path) ?? new Set()
      pathListeners.set(path, listeners.add(listener))
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) pathListeners.delete(path)
      }
    },
    onAny: (listener) => {
      anyListeners.add(listener)
      return () => {
        anyListeners.delete(listener)
      }
    },
  }
  return api
}

/** What differs between two states, as a step that leads from one to the other and back. */
function stepsBetween(before: Values, after: Values): Step['changes'] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((path) => ({ path, before: before.get(path) ?? '', after: after.get(path) ?? '' }))
    .filter((change) => change.before !== change.after)
}

function overlaidWith(values: Values, changes: readonly Change[]): Values {
  return overlaid(values, withChanges(nothingPending, changes))
}

/** A source that says the same keeps its identity, so that its cell is not drawn again. */
function keptSources(known: FormRecord['sources'], next: FormRecord['sources']): FormRecord['sources'] {
  return Object.fromEntries(
    Object.entries(next).map(([path, source]) => {
      const before = known[path]
      return [path, before && JSON.stringify(before) === JSON.stringify(source) ? before : source]
    }),
  )
}

function sameSet(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
  return left.size === right.size && [...left].every((each) => right.has(each))
}
