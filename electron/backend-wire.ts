import type { BackendEvent } from '../shared/ipc-contract.ts'
import type { Result } from '../shared/result.ts'

/** An open workspace as every wire sees it: the loopback host, Electron's ports and the command line alike. */
export interface Backend {
  /** Never rejects: input is parsed at this border, and a bug comes back as a problem with a log id. */
  call(channel: string, input: unknown): Promise<Result<unknown>>
  /** Answers a function that ends the subscription. */
  onEvent(listener: (event: BackendEvent) => void): () => void
  close(): Promise<void>
}
