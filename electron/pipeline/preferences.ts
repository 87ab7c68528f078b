import { type Preferences, preferences } from '../../shared/record/preferences.ts'
import { saveSetting, setting } from '../register/settings.ts'
import type { Workspace } from '../workspace.ts'

const key = 'preferences'

/** What people arranged for themselves; what this version cannot read any more is as if it had never been. */
export function keptPreferences(workspace: Workspace): Preferences {
  const kept: unknown = JSON.parse(setting(workspace.db, key) ?? '{}')
  const parsed = preferences.safeParse(kept)
  return parsed.success ? parsed.data : {}
}

/** Replaces those that are given and leaves the others. */
export function keepPreferences(workspace: Workspace, changed: Preferences): Preferences {
  const all = { ...keptPreferences(workspace), ...changed }
  saveSetting(workspace.db, key, JSON.stringify(all))
  return all
}
