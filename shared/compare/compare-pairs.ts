import type { Problem } from '../problem.ts'
import { compareMessages, type Side } from './compare-messages.ts'
import { type ComparedValue, differences } from './comparison.ts'
import { countFields } from './count-fields.ts'
import { pairUp } from './pair-up.ts'
import type { CompareRun, PairDetail, PairView, SideView } from './views.ts'

/** A message with what names it. */
export interface NamedSide extends Side {
  readonly view: SideView
}

/** The two messages with every value. */
export function comparePair(left: NamedSide, right: NamedSide): PairDetail {
  const { vehicle, message } = compareMessages(left, right)
  const differing = differences(vehicle).length
  return {
    left: left.view,
    right: right.view,
    differing,
    equal: vehicle.length - differing,
    ofMessage: differences(message).length,
    vehicle,
    message,
  }
}

/** Which messages go together, before any is compared. */
export function plan<Message extends { readonly view: SideView }>(
  left: readonly Message[],
  right: readonly Message[],
  byVin: boolean,
): {
  readonly pairs: readonly { readonly left: Message; readonly right: Message }[]
  readonly unpaired: CompareRun['unpaired']
} {
  const [first, second] = [left[0], right[0]]
  if (!byVin && first && second) return { pairs: [{ left: first, right: second }], unpaired: [] }
  const pairable = (message: Message) => ({ ...message.view, message })
  const { pairs, unpaired } = pairUp(left.map(pairable), right.map(pairable))
  return {
    pairs: pairs.map((pair) => ({ left: pair.left.message, right: pair.right.message })),
    unpaired: unpaired.map(({ side, message, why }) => ({ side, view: message.message.view, why })),
  }
}

/** What remains of a pair when its values go. */
export function pairView({ vehicle: _values, message: _ofMessage, ...view }: PairDetail): PairView {
  return view
}

/** Sums up pairs, each with what differs in it. */
export function summarise(
  compared: readonly { readonly view: PairView; readonly differing: readonly ComparedValue[] }[],
  unpaired: CompareRun['unpaired'],
  problems: readonly { readonly side: 'left' | 'right'; readonly problem: Problem }[],
): Omit<CompareRun, 'id'> {
  return {
    pairs: compared.map(({ view }) => view),
    fields: countFields(compared.map(({ differing }) => differing)),
    unpaired,
    problems,
  }
}
