import type { Span } from './silhouette.ts'

const fine = 1
const usual = 10
const coarse = 100

/** A place under the pointer as a load's centre: within the load's room, in steps of 10 mm. */
export function centreFor(mm: number, room: Span): number {
  return within(Math.round(mm / usual) * usual, room)
}

/** Where a key moves the load's centre; undefined where the key is none of the slider's. Shift makes a small step. */
export function centreStep(key: string, shift: boolean, centre: number, room: Span): number | undefined {
  const step = shift ? fine : usual
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(centre + step, room)
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(centre - step, room)
    case 'PageUp':
      return within(centre + coarse, room)
    case 'PageDown':
      return within(centre - coarse, room)
    case 'Home':
      return room.from
    case 'End':
      return room.to
    default:
      return undefined
  }
}

function within(mm: number, { from, to }: Span): number {
  return Math.max(from, Math.min(to, mm))
}
