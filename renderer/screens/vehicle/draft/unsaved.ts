import type { Change } from './pending.ts'

/**
 * What was typed and not yet saved survives a crash or a closed window: it stands in this window's storage from the
 * keystroke until the backend has it.
 */
export interface UnsavedStore {
  readonly read: () => readonly Change[]
  readonly write: (changes: readonly Change[]) => void
}

export function unsavedOf(workspace: string, record: number | string, storage: Storage): UnsavedStore {
  const key = `bodymark.unsaved.${workspace}.${record}`
  return {
    read: () => parse(storage.getItem(key)),
    write: (changes) => {
      if (changes.length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(changes))
    },
  }
}

function parse(text: string | null): readonly Change[] {
  if (text === null) return []
  try {
    const known: unknown = JSON.parse(text)
    return Array.isArray(known) ? known.filter(isChange) : []
  } catch {
    return []
  }
}

function isChange(value: unknown): value is Change {
  if (typeof value !== 'object' || value === null || !('path' in value) || !('value' in value)) return false
  return typeof value.path === 'string' && (value.value === null || typeof value.value === 'string')
}
