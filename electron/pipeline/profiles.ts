import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import {
  type ConfigurationProfile,
  isConfigurationProfile,
  parseConfigurationProfile,
} from '../mapping/configuration-profile.ts'
import { type MappingProfile, parseProfile } from '../mapping/profiles.ts'
import { definitions, saveDefinition } from '../register/settings.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'

/** The mapping profiles of the workspace, the newest version of each. */
export function profiles(workspace: Workspace): readonly MappingProfile[] {
  return definitions(workspace.db, 'profile').flatMap(({ body }) => {
    const parsed = parseProfile(body, workspace.catalogue)
    return parsed.ok ? [parsed.value] : []
  })
}

export function findProfile(workspace: Workspace, id: string): Result<MappingProfile> {
  const found = profiles(workspace).find((profile) => profile.id === id)
  return found ? ok(found) : fail(problem('profile-unknown', { profile: id }, {}, false))
}

/** Keeps a profile of either kind: for lists of vehicles or for a configurator's files. */
export function saveProfile(
  workspace: Workspace,
  json: unknown,
): Result<MappingProfile | ConfigurationProfile> {
  const parsed = isConfigurationProfile(json)
    ? parseConfigurationProfile(json, workspace.catalogue)
    : parseProfile(json, workspace.catalogue)
  if (!parsed.ok) return parsed
  const { id, version } = parsed.value
  const at = timestamp(workspace)
  const saved = workspace.db.transaction(() => {
    const outcome = saveDefinition(workspace.db, 'profile', { id, version, body: json }, at)
    if (outcome === 'added')
      appendAudit(workspace.db, {
        at,
        person: actorName(workspace),
        action: 'profile-saved',
        args: { profile: id, version },
      })
    return outcome
  })
  return saved === 'differs'
    ? fail(problem('profile-version-known', { profile: id, version }))
    : ok(parsed.value)
}
