import fc from 'fast-check'
import { type LoadCase, loadCase } from '../../shared/weights/load-case.ts'

const kg = (most: number) => fc.integer({ min: 1, max: most })

/** Any vehicle that the schema takes: rigid with one to three axles behind, or a trailer upon a coupling. */
export function anyLoadCase(): fc.Arbitrary<LoadCase> {
  return fc
    .record({
      kind: fc.constantFrom('rigid', 'drawbar-trailer', 'semi-trailer', 'centre-axle-trailer'),
      first: fc.integer({ min: 2500, max: 9000 }),
      spacings: fc.array(fc.integer({ min: 900, max: 1900 }), { maxLength: 2 }),
      limits: fc.array(kg(13_000), { minLength: 4, maxLength: 4 }),
      empties: fc.array(kg(6000), { minLength: 4, maxLength: 4 }),
      shares: fc.option(fc.array(kg(10_000), { minLength: 3, maxLength: 3 })),
      masses: fc.array(
        fc.record({
          name: fc.constant('a mass'),
          kg: fc.integer({ min: -500, max: 4000 }),
          x: fc.integer({ min: -2000, max: 14_000 }),
          counts: fc.constantFrom('standard' as const, 'option' as const),
        }),
        { maxLength: 6 },
      ),
      seats: fc.array(
        fc.record({ count: fc.integer({ min: 1, max: 8 }), x: fc.integer({ min: -1500, max: 9000 }) }),
        { maxLength: 3 },
      ),
      from: fc.integer({ min: 0, max: 4000 }),
      room: fc.integer({ min: 500, max: 9000 }),
      laden: kg(60_000),
      coupling: kg(3000),
      liftable: fc.boolean(),
    })
    .map((one) => {
      const trailer = one.kind === 'semi-trailer' || one.kind === 'centre-axle-trailer'
      const behind = [one.first]
      for (const spacing of one.spacings) behind.push((behind.at(-1) ?? 0) + spacing)
      const places = trailer ? behind : [0, ...behind]
      const axles = places.map((x, at) => ({
        x,
        limit: one.limits[at] ?? 1,
        empty: one.empties[at] ?? 0,
        liftable: one.liftable && at === places.length - 1 && behind.length > 1,
      }))
      const members = behind.map((_, at) => at + (trailer ? 1 : 2))
      const shares = one.shares?.slice(0, members.length)
      return loadCase.parse({
        vehicle: {
          kind: one.kind,
          axles,
          groups: members.length > 1 ? [{ axles: members, ...(shares ? { shares } : {}) }] : [],
          ...(trailer ? { support: { kind: 'king-pin', limit: 12_000, empty: one.coupling } } : {}),
          ...(trailer ? {} : { towing: { kind: 'rear-coupling', x: 9000, limit: one.coupling } }),
          maxima: { laden: one.laden },
        },
        loads: { masses: one.masses, seats: one.seats, payload: { from: one.from, to: one.from + one.room } },
        trials: [{ centre: one.from }],
      })
    })
}
