import type { Span } from './silhouette.ts'

/** Millimetres to the picture's own units (one screen pixel at 100 %), the same along and upwards. */
export interface Scale {
  /** Units a millimetre. */
  readonly perMm: number
  readonly x: (mm: number) => number
  /** Upwards from the ground. */
  readonly y: (mm: number) => number
  readonly length: (mm: number) => number
  /** The place along the vehicle that a point of the picture shows, mm. */
  readonly mmAt: (x: number) => number
}

interface Frame {
  readonly width: number
  /** Free at left and right. */
  readonly margin: number
  /** Where the vehicle's highest part may reach. */
  readonly top: number
  /** Most that the vehicle may take upwards. */
  readonly mostHeight: number
}

/** A vehicle fills the width, or the height that it may take; what is left lies on both sides. */
export function fitScale(whole: Span, height: number, frame: Frame): Scale & { readonly ground: number } {
  const length = Math.max(1, whole.to - whole.from)
  const wide = (frame.width - 2 * frame.margin) / length
  const perMm = Math.min(wide, frame.mostHeight / Math.max(1, height))
  const left = (frame.width - length * perMm) / 2
  const ground = frame.top + height * perMm
  return {
    perMm,
    ground,
    x: (mm) => left + (mm - whole.from) * perMm,
    y: (mm) => ground - mm * perMm,
    length: (mm) => mm * perMm,
    mmAt: (x) => whole.from + (x - left) / perMm,
  }
}
