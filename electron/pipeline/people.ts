import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { problem } from '../../shared/problem.ts'
import type { PersonView, Role } from '../../shared/record/views.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { people, savePerson } from '../register/settings.ts'
import { type Actor, actorName, timestamp, type Workspace } from '../workspace.ts'

/** `scrypt$salt$hash`, both hex; the PIN itself is nowhere. */
function hashPin(pin: string, salt = randomBytes(16)): string {
  return `scrypt$${salt.toString('hex')}$${scryptSync(pin.normalize('NFKC'), salt, 32).toString('hex')}`
}

function pinMatches(pin: string, stored: string): boolean {
  const [, salt = '', hash = ''] = stored.split('$')
  const given = hashPin(pin, Buffer.from(salt, 'hex')).split('$')[2] ?? ''
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(hash, 'hex'))
}

export function keepPerson(
  workspace: Workspace,
  input: { id?: number | undefined; name: string; roles: readonly Role[]; pin?: string | undefined },
): Result<PersonView> {
  const name = input.name.trim()
  if (people(workspace.db).some((person) => person.name === name && person.id !== input.id))
    return fail(problem('person-known', { name }))
  const allowed = mayChangePeople(workspace, input)
  if (!allowed.ok) return allowed
  const id = workspace.db.transaction(() => {
    const saved = savePerson(workspace.db, {
      id: input.id,
      name,
      roles: input.roles,
      pinHash: input.pin === undefined ? undefined : hashPin(input.pin),
    })
    appendAudit(workspace.db, {
      at: timestamp(workspace),
      person: actorName(workspace),
      action: 'person-saved',
      args: { name, roles: input.roles.join(', ') },
    })
    return saved
  })
  const hasPin = people(workspace.db).some((person) => person.id === id && person.pinHash !== undefined)
  return ok({ id, name, roles: input.roles, hasPin })
}

/** The first person may be anybody; later ones and roles are the homologation lead's to give, one's own PIN is one's own. */
function mayChangePeople(
  workspace: Workspace,
  input: { id?: number | undefined; roles: readonly Role[] },
): Result<null> {
  const all = people(workspace.db)
  const actor = workspace.actor()
  if (all.length === 0 || actor?.roles.includes('homologation')) return ok(null)
  const own = all.find(({ id }) => id === input.id && id === actor?.id)
  const keepsRoles =
    own?.roles.length === input.roles.length && own.roles.every((role) => input.roles.includes(role))
  if (own && keepsRoles) return ok(null)
  return fail(problem('role-missing', { role: 'homologation', person: actorName(workspace) }))
}

export function actAs(workspace: Workspace, id: number, pin: string): Result<Actor> {
  const person = people(workspace.db).find((candidate) => candidate.id === id)
  if (!person) return fail(problem('person-unknown', { id }))
  if (person.pinHash && !pinMatches(pin, person.pinHash)) {
    appendAudit(workspace.db, {
      at: timestamp(workspace),
      person: person.name,
      action: 'person-pin-wrong',
      args: { name: person.name },
    })
    return fail(problem('person-pin-wrong', { name: person.name }))
  }
  const actor: Actor = { id: person.id, name: person.name, roles: person.roles }
  workspace.setActor(actor)
  return ok(actor)
}

/** The actor where they hold one of the roles; else the first one that would be needed. */
export function requireRole(workspace: Workspace, role: Role, ...others: readonly Role[]): Result<Actor> {
  const actor = workspace.actor()
  if (!actor) return fail(problem('nobody-acts', {}, {}, false))
  return [role, ...others].some((each) => actor.roles.includes(each))
    ? ok(actor)
    : fail(problem('role-missing', { role, person: actor.name }, {}, false))
}
