/** What the steps need from outside. The Electron shell and plain Node each bring their own bodies. */

/** A process of its own for what may hang, crash or eat memory. */
export type WorkerName =
  /** Reads files from outside (spreadsheets) with caps; killed when it takes too long. */
  | 'sheet'
  /** Reads one PDF from outside with caps; killed when it takes too long. */
  | 'scan'
  /** Holds one PKCS#11 module and its PIN. */
  | 'token'

export interface WorkerHandle {
  send(message: unknown): void
  /** Listeners get every message in order. */
  onMessage(listener: (message: unknown) => void): void
  /** Called once, also after {@link kill}. */
  onExit(listener: (exit: { readonly code: number | null }) => void): void
  kill(): void
}

export type SpawnWorker = (name: WorkerName) => WorkerHandle

/** The worker's own end. */
export interface WorkerPort {
  send(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

/** Secrets for one session, or kept by the operating system where the shell can; never plain on disk. */
export interface SecretStore {
  get(name: string): Promise<string | undefined>
  set(name: string, value: string): Promise<void>
}

/** Structured lines for the log file. Values must be free of secrets and personal data. */
export interface Log {
  info(event: string, details?: Readonly<Record<string, string | number | boolean>>): void
  /** Answers an id that a person can quote. */
  unexpected(error: unknown): string
}

export interface Ports {
  readonly now: () => Date
  readonly newReference: () => string
  readonly spawn: SpawnWorker
  readonly secrets: SecretStore
  readonly log: Log
}
