import { hash, randomBytes, timingSafeEqual } from 'node:crypto'

const secretBytes = 32
/** A person opens a handful of windows; more sessions than this push out the oldest. */
const mostSessions = 20

const newSecret = (): string => randomBytes(secretBytes).toString('base64url')
const digest = (secret: string): Buffer => hash('sha256', secret, 'buffer')

export interface Sessions {
  /** A token for one link; it is worth one session. */
  newToken(): string
  /** The session for a token, or undefined where the token is wrong or was used before. */
  exchange(token: string): string | undefined
  isOpen(session: string): boolean
}

/**
 * Who may talk to the loopback host. Other programs and other users of the same machine reach the port too, so a
 * link carries a token that is good once; digests are compared in constant time and the secrets are not kept.
 */
export function createSessions(): Sessions {
  let tokens: readonly Buffer[] = []
  let sessions: readonly Buffer[] = []
  return {
    newToken: () => {
      const token = newSecret()
      tokens = [...tokens, digest(token)].slice(-mostSessions)
      return token
    },
    exchange: (token) => {
      const given = digest(token)
      const known = tokens.filter((each) => timingSafeEqual(each, given))
      if (known.length === 0) return undefined
      tokens = tokens.filter((each) => !known.includes(each))
      const session = newSecret()
      sessions = [...sessions, digest(session)].slice(-mostSessions)
      return session
    },
    isOpen: (session) => {
      const given = digest(session)
      return sessions.some((each) => timingSafeEqual(each, given))
    },
  }
}
