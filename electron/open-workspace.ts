import { setImmediate } from 'node:timers/promises'
import type { BackendEvent } from '../shared/ipc-contract.ts'
import { fail, ok, type Result } from '../shared/result.ts'
import { shippedReleases } from './ivi-xml/load-catalogue.ts'
import { refreshLapsing } from './pipeline/approval-clock.ts'
import { speakLanguagesOf } from './pipeline/languages.ts'
import { recoverInterrupted } from './pipeline/recover.ts'
import type { Ports } from './ports.ts'
import { problemOfStorage } from './register/errors.ts'
import { openRegister, registerFileName } from './register/open.ts'
import { releasesOf } from './register/releases.ts'
import { people } from './register/settings.ts'
import type { Actor, Workspace } from './workspace.ts'

/**
 * Opens the workspace in a folder, or begins one there. `holder` is the name that a second process is told.
 * What a crash left half done is put right before anybody sees it.
 */
export async function openWorkspace(
  dir: string,
  ports: Ports,
  holder = 'Bodymark',
): Promise<Result<Workspace>> {
  const register = await openRegister(dir, holder)
  if (!register.ok) return register
  const { db, close } = register.value
  const listeners = new Set<(event: BackendEvent) => void>()
  let actor: Actor | undefined = onlyPerson(db)
  let background: Promise<unknown> = Promise.resolve()
  let closed = false
  const workspace: Workspace = {
    dir,
    db,
    ports,
    get releases() {
      return releasesOf(db, shippedReleases)
    },
    get catalogue() {
      return releasesOf(db, shippedReleases).every
    },
    actor: () => actor,
    setActor(next) {
      actor = next
    },
    emit(event) {
      for (const listener of listeners) listener(event)
    },
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    later(work) {
      background = background
        // Whoever asked for the work gets its own answer first.
        .then(() => setImmediate())
        .then(() => (closed ? undefined : work()))
        .catch((error: unknown) => ports.log.unexpected(error))
    },
    async idle() {
      await background
    },
    get closed() {
      return closed
    },
    close() {
      closed = true
      close()
    },
  }
  try {
    speakLanguagesOf(dir)
    recoverInterrupted(workspace)
    refreshLapsing(workspace)
  } catch (error) {
    workspace.close()
    const known = problemOfStorage(error, registerFileName)
    if (known) return fail(known)
    throw error
  }
  return ok(workspace)
}

/** Where the company has one person without a PIN, nobody needs to say who acts. */
function onlyPerson(db: Workspace['db']): Actor | undefined {
  const all = people(db)
  const [person] = all
  return all.length === 1 && person && !person.pinHash
    ? { id: person.id, name: person.name, roles: person.roles }
    : undefined
}
