import { z } from 'zod'
import { loads } from './loads.ts'

/** Millimetres rearwards of the centre of axle 1; on a semi-trailer of the king pin, on a centre-axle trailer of the eye. */
const place = z.number().min(-10_000).max(30_000)
/** Kilograms, never negative. */
const mass = z.number().min(0).max(150_000)
const length = z.number().min(0).max(30_000)

const axle = z
  .object({
    x: place,
    /** Technically permissible mass on the axle (16.2). */
    limit: mass.optional(),
    /** Least mass on the axle when the vehicle is completed (15.1). */
    minimum: mass.optional(),
    /** What rests on it of the empty vehicle: 14.1 of the latest stage, or its 13.1. */
    empty: mass.default(0),
    liftable: z.boolean().default(false),
    powered: z.boolean().default(false),
    steered: z.boolean().default(false),
    twinWheels: z.boolean().default(false),
  })
  .strict()

const group = z
  .object({
    /** Axle numbers from 1, front to rear. */
    axles: z.array(z.number().int().min(1).max(12)).min(2).max(12),
    /** Technically permissible mass on the group (16.3). */
    limit: mass.optional(),
    /** How the suspension shares the group's load, in proportion: `[11500, 7500]`; without it as the axles' limits. */
    shares: z.array(z.number().positive().max(1_000_000)).optional(),
  })
  .strict()

/** Where a trailer rests on its tractor: x = 0. */
const support = z
  .object({
    kind: z.enum(['king-pin', 'drawbar-eye']),
    /** Technically permissible static vertical mass on the coupling point (19). */
    limit: mass.optional(),
    /** What rests on it of the empty trailer. */
    empty: mass.default(0),
  })
  .strict()

/** What the vehicle tows: a trailer that presses upon its rear coupling, or a semi-trailer on its fifth wheel. */
const towing = z
  .object({
    kind: z.enum(['rear-coupling', 'fifth-wheel']),
    x: place,
    /** Technically permissible static vertical mass on the coupling point (19). */
    limit: mass,
  })
  .strict()

/** A vehicle as statics sees it. Nothing here needs a VIN or a message. */
export const staticVehicle = z
  .object({
    kind: z.enum(['rigid', 'semi-trailer', 'centre-axle-trailer', 'drawbar-trailer']),
    /** Vehicle category, `N3`; decides the share that the front axle must keep. */
    category: z.string().max(10).optional(),
    axles: z.array(axle).min(1).max(12),
    groups: z.array(group).max(6).default([]),
    support: support.optional(),
    towing: towing.optional(),
    /** Technically permissible maximum masses: laden (16.1), combination (16.4), towable (18). */
    maxima: z
      .object({ laden: mass.optional(), combination: mass.optional(), towable: mass.optional() })
      .strict()
      .default({}),
    /** What must be left for goods beside crew and options. */
    minimumPayload: mass.default(0),
    /** What one person weighs; without it as the law reckons for the category. */
    kilogramsPerPerson: z.number().min(40).max(150).optional(),
    /** For the drawing. `front` and `rear` are the overhangs; on a trailer `front` is measured from x = 0 forwards. */
    dimensions: z
      .object({
        length: length.optional(),
        width: length.optional(),
        height: length.optional(),
        front: length.optional(),
        rear: length.optional(),
      })
      .strict()
      .default({}),
  })
  .strict()
  .superRefine((vehicle, context) => {
    const say = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message })
    vehicle.axles.forEach((one, index) => {
      const before = vehicle.axles[index - 1]
      if (before && one.x <= before.x) say(['axles', index, 'x'], 'behind-the-axle-before')
    })
    const taken = new Set<number>()
    vehicle.groups.forEach(({ axles, shares }, index) => {
      axles.forEach((number, at) => {
        const path = ['groups', index, 'axles', at]
        if (number > vehicle.axles.length) say(path, 'no-such-axle')
        else if (taken.has(number)) say(path, 'axle-in-two-groups')
        else if (at > 0 && number !== (axles[at - 1] ?? 0) + 1) say(path, 'axles-not-neighbours')
        taken.add(number)
      })
      if (shares && shares.length !== axles.length) say(['groups', index, 'shares'], 'one-share-an-axle')
    })
    const trailer = vehicle.kind === 'semi-trailer' || vehicle.kind === 'centre-axle-trailer'
    if (trailer && !vehicle.support) say(['support'], 'trailer-without-coupling')
    if (!trailer && vehicle.support) say(['support'], 'coupling-of-no-trailer')
    if (!trailer && vehicle.axles.length < 2) say(['axles'], 'two-axles-at-least')
    if (!trailer && vehicle.groups.some(({ axles }) => new Set(axles).size >= vehicle.axles.length)) {
      say(['groups'], 'group-of-all-axles')
    }
    vehicle.axles.forEach(({ x }, index) => {
      if (trailer && x <= 0) say(['axles', index, 'x'], 'behind-the-coupling')
    })
  })

/**
 * What the statics of a vehicle are computed from: the vehicle, what is put on it, and what somebody only tries. Lengths
 * are millimetres, masses kilograms. Issues of its own carry a code as their message (`no-such-axle`), named in the
 * messages `weights-input-…`.
 */
export const loadCase = z
  .object({
    vehicle: staticVehicle,
    loads,
    /** A heap of goods whose centre lies elsewhere; it is drawn and reckoned, and never a finding. */
    trials: z
      .array(z.object({ centre: place, kg: mass.optional() }).strict())
      .max(10)
      .default([]),
  })
  .strict()

export type StaticVehicle = Readonly<z.infer<typeof staticVehicle>>
export type StaticAxle = StaticVehicle['axles'][number]
export type LoadCase = Readonly<z.infer<typeof loadCase>>
/** As somebody writes it down: what has a default may be left out. */
export type LoadCaseInput = z.input<typeof loadCase>
