import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { BackendEvent } from '../../shared/ipc-contract.ts'
import { connectionState, onConnection, onEvent } from '../api.ts'

type Progress = Extract<BackendEvent, { kind: 'progress' }>
type Task = Progress['task']

/** A task's last word, with the time when it began, so that rate and rest can be told. */
export interface TaskProgress extends Progress {
  readonly startedAt: number
}

const progress = new Map<Task, TaskProgress>()
const progressListeners = new Set<() => void>()

function noteProgress(event: Progress): void {
  const running = progress.get(event.task)
  const goesOn = running && event.done > 0 && running.done <= event.done && running.done < running.total
  progress.set(event.task, { ...event, startedAt: goesOn ? running.startedAt : Date.now() })
  for (const listener of progressListeners) listener()
}

/** Forgets the last run of a task, so that the next one starts from nothing. */
export function clearProgress(task: Task): void {
  progress.delete(task)
  for (const listener of progressListeners) listener()
}

function onProgress(listener: () => void): () => void {
  progressListeners.add(listener)
  return () => {
    progressListeners.delete(listener)
  }
}

/** How far a task is; undefined where none has spoken yet. */
export function useProgress(task: Task): TaskProgress | undefined {
  return useSyncExternalStore(onProgress, () => progress.get(task))
}

export function useConnection(): 'connected' | 'lost' {
  return useSyncExternalStore(onConnection, connectionState)
}

const listNames: ReadonlySet<unknown> = new Set([
  'register/list',
  'approval/list',
  'approval/clock',
  'approval/of-quotation',
  'register/ids',
  'outbox/sections',
  'workspace/get',
  'audit/list',
  'variant/list',
  'compare/pair',
  'paper-base/list',
])

/** Questions about one vehicle, which its id names. */
const vehicleNames: ReadonlySet<unknown> = new Set([
  'vehicle/get',
  'vehicle/versions',
  'weights/of-vehicle',
  'print/certificate',
  'print/plate',
])

/**
 * Makes answers stale when the backend says that vehicles changed. Events come by the hundred during an import, so
 * they are gathered for a moment first.
 */
export function followBackend(client: QueryClient): () => void {
  const changed = new Set<number>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const tell = (): void => {
    timer = undefined
    const ids = new Set(changed)
    changed.clear()
    void client.invalidateQueries({
      predicate: ({ queryKey: [name, input] }) =>
        listNames.has(name) ||
        (vehicleNames.has(name) && isQuestionAbout(input) && (ids.size === 0 || ids.has(input.id))),
    })
  }
  const stop = onEvent((event) => {
    if (event.kind === 'progress') return noteProgress(event)
    for (const id of event.ids) changed.add(id)
    timer ??= setTimeout(tell, 150)
  })
  const stopConnection = onConnection((state) => {
    if (state === 'connected') void client.invalidateQueries()
  })
  return () => {
    stop()
    stopConnection()
    clearTimeout(timer)
  }
}

function isQuestionAbout(input: unknown): input is { readonly id: number } {
  return typeof input === 'object' && input !== null && 'id' in input
}
