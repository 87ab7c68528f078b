import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { firstIssue, plainWords } from '../../shared/first-issue.ts'
import { problem } from '../../shared/problem.ts'
import type { NapView } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { definitions, replaceDefinition } from '../register/settings.ts'
import { loadNapProfiles } from '../submission/load-profiles.ts'
import { openClientKey } from '../submission/open-client-key.ts'
import { type NapEndpoint, type NapProfile, parseNapProfile } from '../submission/profile.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { fileProblem } from './open-file.ts'

/** What this workspace adds to a NAP's profile: where it is reached, with which client key. No secret stands here. */
const napSettings = z
  .object({
    url: z.url({ protocol: /^https$/ }).max(2000),
    /** Path of the PKCS#12 file with the TLS client certificate. */
    clientKey: z.string().min(1).max(4096),
    /** Path of a PEM file with the authorities that may vouch for the server; absent: those of the system. */
    ca: z.string().max(4096).optional(),
    /** A profile of the company's own, made from an authority's papers. */
    profile: z.unknown().optional(),
  })
  .strict()
export type NapSettings = z.infer<typeof napSettings>

const secretName = (nap: string) => `nap-client-key:${nap}`

export function saveNap(workspace: Workspace, id: string, input: unknown): Result<null> {
  const parsed = napSettings.safeParse(input, plainWords)
  if (!parsed.success) {
    return fail(problem('nap-settings-invalid', { nap: id, ...firstIssue(parsed.error) }))
  }
  if (parsed.data.profile !== undefined) {
    const profile = parseNapProfile(parsed.data.profile)
    if (!profile.ok) return profile
  } else if (!loadNapProfiles().some((profile) => profile.id === id))
    return fail(problem('nap-unknown', { nap: id }))
  const known = definitions(workspace.db, 'nap').find((definition) => definition.id === id)
  if (JSON.stringify(known?.body) === JSON.stringify(parsed.data)) return ok(null)
  const at = timestamp(workspace)
  workspace.db.transaction(() => {
    replaceDefinition(workspace.db, 'nap', id, parsed.data, at)
    appendAudit(workspace.db, {
      at,
      person: actorName(workspace),
      action: 'nap-saved',
      args: { nap: id, url: parsed.data.url },
    })
  })
  return ok(null)
}

function settingsOf(workspace: Workspace, id: string): NapSettings | undefined {
  const found = definitions(workspace.db, 'nap').find((definition) => definition.id === id)
  return found && napSettings.parse(found.body)
}

export function napProfile(workspace: Workspace, id: string): NapProfile | undefined {
  const own = settingsOf(workspace, id)?.profile
  if (own === undefined) return loadNapProfiles().find((profile) => profile.id === id)
  const parsed = parseNapProfile(own)
  return parsed.ok ? parsed.value : undefined
}

/** The NAPs that this workspace can reach. */
export async function napViews(workspace: Workspace): Promise<readonly NapView[]> {
  const views: NapView[] = []
  for (const { id } of definitions(workspace.db, 'nap')) {
    const profile = napProfile(workspace, id)
    const settings = settingsOf(workspace, id)
    if (!profile || !settings) continue
    const unlocked = (await workspace.ports.secrets.get(secretName(id))) !== undefined
    views.push({ id, name: profile.name, country: profile.country, endpoint: settings.url, unlocked })
  }
  return views
}

/** The form that a NAP wants signatures in; XAdES where it is not known yet who gets the certificate. */
export function signatureFormOf(workspace: Workspace, nap: string): NapProfile['signatureForm'] {
  return napProfile(workspace, nap)?.signatureForm ?? 'xades'
}

/** The passphrase is tried at once: a wrong one would only show itself in the middle of a batch. */
export async function unlockNap(
  workspace: Workspace,
  nap: string,
  passphrase: string,
): Promise<Result<null>> {
  const settings = settingsOf(workspace, nap)
  if (!settings) return fail(problem('nap-unknown', { nap }))
  const endpoint = await readEndpoint(settings, passphrase)
  if (!endpoint.ok) return endpoint
  const opened = openClientKey(endpoint.value)
  if (!opened.ok) return fail({ ...opened.problem, where: { file: basename(settings.clientKey) } })
  await workspace.ports.secrets.set(secretName(nap), passphrase)
  return ok(null)
}

/** Everything that a request needs; read anew each time, since key files are renewed and moved. */
export async function napEndpoint(workspace: Workspace, nap: string): Promise<Result<NapEndpoint>> {
  const settings = settingsOf(workspace, nap)
  if (!settings) return fail(problem('nap-unknown', { nap }))
  const passphrase = await workspace.ports.secrets.get(secretName(nap))
  if (passphrase === undefined)
    return fail(problem('nap-locked', { nap, file: basename(settings.clientKey) }, {}, false))
  return readEndpoint(settings, passphrase)
}

async function readEndpoint(settings: NapSettings, passphrase: string): Promise<Result<NapEndpoint>> {
  try {
    const p12 = new Uint8Array(await readFile(settings.clientKey))
    const ca = settings.ca === undefined ? undefined : await readFile(settings.ca, 'utf8')
    return ok({ url: settings.url, client: { p12, passphrase }, ca })
  } catch (error) {
    return fail({ ...fileProblem(error, settings.clientKey), batchGoesOn: false })
  }
}
