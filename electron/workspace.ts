import type { BackendEvent } from '../shared/ipc-contract.ts'
import type { Catalogue } from '../shared/ivi/catalogue.ts'
import { type Releases, releaseNamed } from '../shared/ivi/releases.ts'
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
  /** The releases of the message side by side, with the one in use for new drafts. */
  readonly releases: Releases
  /**
   * Every place of every release: what profiles and bodies may speak of. A message is read, composed, checked and
   * written by its own release alone, see {@link catalogueOf}.
   */
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

/** The catalogue of a certificate's release; none is ever taken away. */
export function catalogueOf({ releases }: Pick<Workspace, 'releases'>, release: string): Catalogue {
  const catalogue = releaseNamed(releases, release)
  if (!catalogue) throw new Error(`no catalogue of IVI ${release}`)
  return catalogue
}

/** Now as the register writes it: ISO 8601, UTC, milliseconds. */
export function timestamp(workspace: Workspace): string {
  return workspace.ports.now().toISOString()
}

/** The name that the audit writes; nobody being known is a fact of its own. */
export function actorName(workspace: Workspace): string {
  return workspace.actor()?.name ?? '-'
}
