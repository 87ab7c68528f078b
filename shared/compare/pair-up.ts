/** What a message is paired by. */
export interface Pairable {
  readonly vin: string
  readonly version: string
  readonly dateTime: string
}

export interface PairedUp<Message extends Pairable> {
  readonly pairs: readonly { readonly left: Message; readonly right: Message }[]
  readonly unpaired: readonly {
    readonly side: 'left' | 'right'
    readonly message: Message
    readonly why: 'alone' | 'older' | 'double'
  }[]
}

/**
 * Messages of two sides by their VIN, in the order of the left side. Of several messages of one VIN on a side the
 * highest version counts, of equal versions the latest, of equal moments the first.
 */
export function pairUp<Message extends Pairable>(
  left: readonly Message[],
  right: readonly Message[],
): PairedUp<Message> {
  const [lefts, rights] = [newest(left), newest(right)]
  const pairs: { left: Message; right: Message }[] = []
  const unpaired: PairedUp<Message>['unpaired'][number][] = []
  for (const [vin, message] of lefts.kept) {
    const other = rights.kept.get(vin)
    if (other) pairs.push({ left: message, right: other })
    else unpaired.push({ side: 'left', message, why: 'alone' })
  }
  for (const [vin, message] of rights.kept)
    if (!lefts.kept.has(vin)) unpaired.push({ side: 'right', message, why: 'alone' })
  for (const { message, why } of lefts.passedOver) unpaired.push({ side: 'left', message, why })
  for (const { message, why } of rights.passedOver) unpaired.push({ side: 'right', message, why })
  return { pairs, unpaired }
}

function newest<Message extends Pairable>(
  messages: readonly Message[],
): {
  readonly kept: ReadonlyMap<string, Message>
  readonly passedOver: readonly { readonly message: Message; readonly why: 'older' | 'double' }[]
} {
  const vinOf = ({ vin }: Message): string => vin.trim().toUpperCase()
  const kept = new Map<string, Message>()
  for (const message of messages) {
    const known = kept.get(vinOf(message))
    if (!known || isNewer(message, known)) kept.set(vinOf(message), message)
  }
  const passedOver = messages.flatMap((message) => {
    const taken = kept.get(vinOf(message))
    if (!taken || taken === message) return []
    return [{ message, why: isNewer(taken, message) ? ('older' as const) : ('double' as const) }]
  })
  return { kept, passedOver }
}

function isNewer(one: Pairable, other: Pairable): boolean {
  const versions = Number(one.version) - Number(other.version)
  if (Number.isFinite(versions) && versions !== 0) return versions > 0
  const [at, before] = [Date.parse(one.dateTime), Date.parse(other.dateTime)]
  return at > before
}
