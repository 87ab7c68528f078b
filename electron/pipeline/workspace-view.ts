import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isLanguage, type Language } from '../../shared/language/languages.ts'
import type { PersonView, WorkspaceView } from '../../shared/record/views.ts'
import { variantView } from '../completion/variant.ts'
import { type Person, people, saveSetting, setting } from '../register/settings.ts'
import { waitingCounts } from '../register/vehicles.ts'
import type { Workspace } from '../workspace.ts'
import { companyProfile } from './company.ts'
import { napViews } from './naps.ts'
import { profiles } from './profiles.ts'
import { variants } from './variants.ts'

/** Marks a workspace that may be thrown away; the demo puts it there. */
export const demoMark = 'THROW-AWAY-DEMO.txt'

export async function workspaceView(workspace: Workspace): Promise<WorkspaceView> {
  const actor = workspace.actor()
  const all = people(workspace.db).map(personView)
  const { known } = workspace.releases
  return {
    path: workspace.dir,
    company: companyProfile(workspace).ManufacturerName ?? '',
    country: setting(workspace.db, 'country') ?? '',
    people: all,
    acting: all.find(({ id }) => id === actor?.id) ?? null,
    language: language(workspace),
    demo: existsSync(join(workspace.dir, demoMark)),
    waiting: waitingCounts(workspace.db),
    variants: variants(workspace).map(variantView),
    naps: await napViews(workspace),
    profiles: profiles(workspace).map(({ id, name }) => ({ id, name })),
    ...(known.length > 1 ? { releases: known.map(({ release }) => release) } : {}),
  }
}

function personView({ id, name, roles, pinHash }: Person): PersonView {
  return { id, name, roles, hasPin: pinHash !== undefined }
}

export function language(workspace: Workspace): Language {
  const kept = setting(workspace.db, 'language')
  return isLanguage(kept) ? kept : 'en'
}

export function saveLanguage(workspace: Workspace, chosen: Language): void {
  saveSetting(workspace.db, 'language', chosen)
}
