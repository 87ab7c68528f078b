import { hash } from 'node:crypto'

export interface ChainedContent {
  readonly seq: number
  readonly at: string
  readonly person: string
  readonly action: string
  readonly vin: string
  /** JSON text as it is stored. */
  readonly args: string
}

/** What the first entry names as its predecessor. */
export const genesis = '0'.repeat(64)

/** Hash of an entry over its own content and its predecessor's hash: SHA-256 of one JSON array, hex. */
export function entryHash(previous: string, entry: ChainedContent): string {
  const content = [previous, entry.seq, entry.at, entry.person, entry.action, entry.vin, entry.args]
  return hash('sha256', JSON.stringify(content))
}

/** The octets that a signing key signs to anchor the chain: they say what they are, so they cannot pass for another thing. */
export function anchorOctets(seq: number, hash: string): Uint8Array {
  return new TextEncoder().encode(`Bodymark audit chain, entry ${seq}, SHA-256 ${hash}`)
}
