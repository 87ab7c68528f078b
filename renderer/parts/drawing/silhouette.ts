import { assertNever } from '../../../shared/assert-never.ts'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import { type BodyOutline, type Bodywork, bodyOutline, type Sizes, sizesOf } from './outline-facts.ts'

/** A stretch along the vehicle, mm from x = 0, or of height, mm above the ground. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What a vehicle looks like from the side, in mm; the ground is 0, x runs rearwards as everywhere. */
export interface Silhouette {
  readonly kind: LoadCase['vehicle']['kind']
  readonly outline: BodyOutline
  readonly sizes: Sizes
  /** What the picture has to hold: the vehicle, and the hint of a tractor under a semi-trailer. */
  readonly whole: Span
  /** The front end of the vehicle itself; of a drawbar trailer its eye. */
  readonly front: number
  readonly frame: Span
  /** Absent on trailers and where the body is one with the cab. */
  readonly cab?: Span & { readonly nose: number; readonly height: number }
  /** The body's own length; absent for a bare chassis. */
  readonly body?: Span
  readonly floor: number
  /** Height of the body's upper edge. */
  readonly top: number
  readonly wheels: readonly { readonly axle: number; readonly x: number; readonly lifted: boolean }[]
  /** Sizes that no record states, so that they are the drawing's guess. */
  readonly guessed: readonly ('front' | 'rear' | 'height')[]
}

/** How far a body reaches beyond the room of its load. */
const wall = 60
/** Between cab and body at least. */
const gap = 60
const shortestCab = 900
/** What is hinted of a tractor before its king pin. */
const tractor = 1150
const drawbar = 1700

/** Lays out a vehicle from what is stated, with usual sizes for the rest. `lifted`: axles from 1 that are up. */
export function silhouette(
  { vehicle, loads }: LoadCase,
  lifted: ReadonlySet<number> = new Set(),
  bodywork: Bodywork = {},
): Silhouette {
  const sizes = sizesOf(vehicle.category)
  const room = loads.payload
  const outline = bodyOutline(vehicle, room !== undefined, bodywork)
  const { dimensions, axles } = vehicle
  const last = axles.at(-1)?.x ?? 0
  const isRigid = vehicle.kind === 'rigid'
  const front =
    0 - (dimensions.front ?? overhangFromLength(vehicle, last) ?? usualFront(vehicle, sizes, room))
  const stated = dimensions.rear === undefined ? undefined : last + dimensions.rear
  const bodyEnd = room ? Math.max(room.to, Math.min(room.to + wall, stated ?? room.to + wall)) : undefined
  const rear = stated ?? Math.max(bodyEnd ?? last + sizes.rearOverhang, last + sizes.wheelRadius)
  const towed = vehicle.towing?.x ?? 0
  const foremost = vehicle.kind === 'semi-trailer' ? Math.min(front, -tractor) : front
  const whole = { from: Math.min(foremost, room?.from ?? front), to: Math.max(rear, bodyEnd ?? rear, towed) }
  const cab = isRigid && outline !== 'van' ? cabOf(front, sizes, room, dimensions.height) : undefined
  const body = bodyOf(outline, { from: bodyFront(vehicle, front), to: bodyEnd ?? rear }, cab, room)
  return {
    kind: vehicle.kind,
    outline,
    sizes,
    whole,
    front,
    frame: { from: frameStart(vehicle, front, cab, body), to: rear },
    ...(cab ? { cab } : {}),
    ...(body ? { body } : {}),
    floor: sizes.floor,
    top: topOf(outline, sizes, dimensions.height),
    wheels: axles.map(({ x }, at) => ({ axle: at + 1, x, lifted: lifted.has(at + 1) })),
    guessed: [
      ...(dimensions.front === undefined && isRigid && overhangFromLength(vehicle, last) === undefined
        ? (['front'] as const)
        : []),
      ...(dimensions.rear === undefined ? (['rear'] as const) : []),
      ...(dimensions.height === undefined ? (['height'] as const) : []),
    ],
  }
}

/** Before x = 0, where nothing says it. */
function usualFront({ kind }: LoadCase['vehicle'], sizes: Sizes, room: Span | undefined): number {
  switch (kind) {
    case 'rigid':
    case 'semi-trailer':
      return sizes.frontOverhang
    case 'centre-axle-trailer':
      return 0
    case 'drawbar-trailer':
      return drawbar - (room ? room.from - wall : -1000)
    default:
      return assertNever(kind)
  }
}

/** Behind a drawbar, where there is one. */
function bodyFront({ kind, axles }: LoadCase['vehicle'], front: number): number {
  if (kind === 'drawbar-trailer') return Math.min(front + drawbar, -600)
  return kind === 'centre-axle-trailer' ? Math.min(drawbar, (axles[0]?.x ?? 0) / 2) : front
}

/** What length and rear overhang leave in front of axle 1. */
function overhangFromLength({ dimensions }: LoadCase['vehicle'], last: number): number | undefined {
  const { length, rear } = dimensions
  if (length === undefined || rear === undefined) return undefined
  const left = length - rear - last
  return left > 0 ? left : undefined
}

function cabOf(
  front: number,
  { cab }: Sizes,
  room: Span | undefined,
  height: number | undefined,
): NonNullable<Silhouette['cab']> {
  const usual = front + cab.length
  const to = room ? Math.max(front + shortestCab, Math.min(usual, room.from - wall - gap)) : usual
  // A cab that is pushed forward by its body stands over the engine.
  const nose = cab.length - (to - front) > cab.nose / 2 ? 0 : cab.nose
  return { from: front, to, nose, height: Math.min(cab.height, height ?? cab.height) }
}

function bodyOf(
  outline: BodyOutline,
  usual: Span,
  cab: Span | undefined,
  room: Span | undefined,
): Span | undefined {
  if (outline === 'van') return usual
  if (outline === 'none') return undefined
  return { from: room ? room.from - wall : cab ? cab.to + gap : usual.from, to: usual.to }
}

function frameStart(
  { kind, axles }: LoadCase['vehicle'],
  front: number,
  cab: Span | undefined,
  body: Span | undefined,
): number {
  if (kind === 'centre-axle-trailer') return Math.max(0, body?.from ?? (axles[0]?.x ?? 0) / 2)
  if (kind === 'drawbar-trailer') return body?.from ?? Math.min(front + drawbar, -600)
  return cab ? front + 150 : front
}

function topOf(outline: BodyOutline, sizes: Sizes, height: number | undefined): number {
  if (outline === 'box' || outline === 'tank' || outline === 'van') return height ?? sizes.boxHeight
  return sizes.floor + sizes.sides
}
