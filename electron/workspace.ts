import type { BackendEvent } from '../shared/ipc-contract.ts'
import type { Catalogue } from '../shared/ivi/catalogue.ts'
import type { Role } from '../shared/record/views.ts'
import type { Ports } from './ports.ts'
import type { Db } from './register/db.ts'

/** Who acts now; the audit names them. `id` is absent for a script's caller, who is known by the system's user name. */
export interface Actor {
  readonly id?: number
  readonly name: string
  readonly roles: readonly Role[]
}

/** An open workspace: what every step of the pipeline gets. */
export interface Workspace {
  readonly dir: string
  readonly db: Db
  readonly ports: Ports
  readonly catalogue: Catalogue
  actor(): Actor | undefined
  setActor(actor: Actor | undefined): void
  emit(event: BackendEvent): void
  onEvent(listener: (event: BackendEvent) => void): () => void
  /** Work that nobody waits for, one after the other; a bug in it is logged. */
  later(work: () => Promise<unknown>): void
  /** Resolves when nothing is left of it. */
  idle(): Promise<void>
  /** Background work ends at its next pause. */
  readonly closed: boolean
  close(): void
}

/** Now as the register writes it: ISO 8601, UTC, milliseconds. */
export function timestamp(workspace: Workspace): string {
  return workspace.ports.now().toISOString()
}

/** The name that the audit writes; nobody being known is a fact of its own. */
export function actorName(workspace: Workspace): string {
  return workspace.actor()?.name ?? '-'
}
