import type { LoadCaseInput } from '../../../../shared/weights/load-case.ts'

/** Curtain-sided three-axle semi-trailer, invented. */
export const semiTrailer: LoadCaseInput = {
  vehicle: {
    kind: 'semi-trailer',
    category: 'O4',
    axles: [
      { x: 6390, limit: 9000, empty: 1500 },
      { x: 7700, limit: 9000, empty: 1500 },
      { x: 9010, limit: 9000, empty: 1500 },
    ],
    groups: [{ axles: [1, 2, 3], limit: 24_000 }],
    support: { kind: 'king-pin', limit: 12_000, empty: 700 },
    maxima: { laden: 36_000 },
  },
  loads: {
    masses: [{ name: 'curtain body', kg: 1900, x: 5200, counts: 'standard' }],
    payload: { from: -1500, to: 11_900 },
  },
}

/** Two-axle centre-axle trailer with a box, invented. */
export const centreAxleTrailer: LoadCaseInput = {
  vehicle: {
    kind: 'centre-axle-trailer',
    category: 'O4',
    axles: [
      { x: 6200, limit: 9000, empty: 1150 },
      { x: 7510, limit: 9000, empty: 1150 },
    ],
    groups: [{ axles: [1, 2], limit: 18_000 }],
    support: { kind: 'drawbar-eye', limit: 1000, empty: 150 },
    maxima: { laden: 18_000 },
  },
  loads: {
    masses: [{ name: 'box', kg: 900, x: 6700, counts: 'standard' }],
    payload: { from: 2600, to: 10_300 },
  },
}

/** Two-axle drawbar trailer whose load room nobody states, invented. */
export const drawbarTrailer: LoadCaseInput = {
  vehicle: {
    kind: 'drawbar-trailer',
    category: 'O4',
    axles: [
      { x: 0, limit: 9000, empty: 2150 },
      { x: 4600, limit: 9000, empty: 2150 },
    ],
    maxima: { laden: 18_000 },
  },
  loads: {},
}
