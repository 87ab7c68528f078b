import { outlinePath } from './path.ts'
import type { Scale } from './scale.ts'
import type { Span } from './silhouette.ts'

/** How high goods are drawn above the floor when they are spread evenly, mm. */
const evenHeight = 520
/** How many stretches a heap is drawn with; enough to look round. */
const steps = 24

/**
 * The payload on its room: spread evenly when its centre is the room's middle, else a heap around its centre. The heap
 * shows where goods lie; its height means nothing.
 */
export function loadPath(room: Span, centre: number, floor: number, scale: Scale): string {
  const middle = (room.from + room.to) / 2
  if (Math.abs(centre - middle) < 1) {
    return outlinePath(
      [
        [room.from + 30, floor + evenHeight, 40],
        [room.to - 30, floor + evenHeight, 40],
        [room.to - 30, floor],
        [room.from + 30, floor],
      ],
      scale,
    )
  }
  // As wide as the nearer end lets it be, so that its own middle is the centre.
  const half = Math.max(250, Math.min(centre - room.from, room.to - centre, (room.to - room.from) / 2))
  const height = evenHeight * Math.min(2.2, Math.max(1.2, (room.to - room.from) / (2 * half)))
  const ridge = Array.from({ length: steps + 1 }, (_, at) => {
    const part = (2 * at) / steps - 1
    return [centre + part * half, floor + height * Math.cos((part * Math.PI) / 2) ** 0.9] as const
  })
  return outlinePath(ridge, scale)
}
