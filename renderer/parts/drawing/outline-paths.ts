import { assertNever } from '../../../shared/assert-never.ts'
import { outlinePath } from './path.ts'
import type { Scale } from './scale.ts'
import type { Silhouette } from './silhouette.ts'

/** A part of the vehicle as it is painted; its role decides the colour. */
export interface OutlinePath {
  readonly role: 'frame' | 'cab' | 'glass' | 'body' | 'detail' | 'ghost'
  readonly d: string
}

/** Everything of the vehicle above its wheels, from the back of the picture to its front. */
export function outlinePaths(vehicle: Silhouette, scale: Scale): readonly OutlinePath[] {
  return [
    ...couplingPaths(vehicle, scale),
    ...framePaths(vehicle, scale),
    ...cabPaths(vehicle, scale),
    ...bodyPaths(vehicle, scale),
  ]
}

function framePaths(
  { kind, frame, sizes, floor, outline }: Silhouette,
  scale: Scale,
): readonly OutlinePath[] {
  if (outline === 'van') return []
  const { from: low, to: high } = sizes.frame
  // A semi-trailer's frame is thin over the tractor and drops behind it.
  const neck = frame.from + 2600
  const corners =
    kind === 'semi-trailer' && frame.to > neck + 1000
      ? ([
          [frame.from, floor],
          [frame.to, floor],
          [frame.to, low + 60],
          [neck + 300, low + 60],
          [neck, high + 60],
          [frame.from, high + 60],
        ] as const)
      : ([
          [frame.from, high],
          [frame.to, high],
          [frame.to, low, 40],
          [frame.from, low, 40],
        ] as const)
  return [{ role: 'frame', d: outlinePath(corners, scale) }]
}

/** King pin with a hint of the tractor, a drawbar with its eye, landing legs. */
function couplingPaths(
  { kind, front, frame, sizes, wheels }: Silhouette,
  scale: Scale,
): readonly OutlinePath[] {
  const { to: high, from: low } = sizes.frame
  const middle = (high + low) / 2
  const bar = (from: number, to: number): OutlinePath => ({
    role: 'frame',
    d: outlinePath(
      [
        [from, middle + 50, 50],
        [to, high],
        [to, low],
        [from, middle - 50, 50],
      ],
      scale,
    ),
  })
  switch (kind) {
    case 'rigid':
      return []
    case 'semi-trailer': {
      const legs = Math.min(2900, (wheels[0]?.x ?? 5000) - 1200)
      return [
        {
          role: 'ghost',
          d: outlinePath(
            [
              [-900, high - 40, 60],
              [900, high - 40, 60],
              [1100, low],
              [-1100, low],
            ],
            scale,
          ),
        },
        { role: 'frame', d: box(-45, 45, high - 170, high + 60, scale) },
        { role: 'detail', d: box(legs, legs + 140, 120, high, scale) },
        { role: 'detail', d: box(legs - 90, legs + 230, 90, 140, scale) },
      ]
    }
    case 'centre-axle-trailer':
      return [bar(0, frame.from + 300)]
    case 'drawbar-trailer':
      return [bar(front, frame.from + 300)]
    default:
      return assertNever(kind)
  }
}

function cabPaths({ cab, sizes }: Silhouette, scale: Scale): readonly OutlinePath[] {
  if (!cab) return []
  const { from, to, nose, height } = cab
  const low = sizes.frame.from - 60
  const bonnet = height * 0.56
  if (nose === 0) {
    return [
      {
        role: 'cab',
        d: outlinePath(
          [
            [from + 90, height, 140],
            [to, height, 90],
            [to, low, 40],
            [from, low, 90],
            [from, height * 0.5, 60],
          ],
          scale,
        ),
      },
      {
        role: 'glass',
        d: outlinePath(
          [
            [from + 190, height - 260, 60],
            [Math.min(from + 1050, to - 180), height - 260, 60],
            [Math.min(from + 1050, to - 180), height * 0.58, 60],
            [from + 130, height * 0.58, 60],
          ],
          scale,
        ),
      },
    ]
  }
  const screen = from + nose
  return [
    {
      role: 'cab',
      d: outlinePath(
        [
          [screen + 520, height, 160],
          [to, height, 90],
          [to, low, 40],
          [from, low, 90],
          [from, bonnet - 260, 160],
          [from + 260, bonnet, 200],
          [screen - 60, bonnet + 60, 60],
        ],
        scale,
      ),
    },
    {
      role: 'glass',
      d: outlinePath(
        [
          [screen + 560, height - 170, 60],
          [Math.min(screen + 1250, to - 120), height - 170, 60],
          [Math.min(screen + 1250, to - 120), bonnet + 40, 60],
          [screen + 120, bonnet + 40, 60],
        ],
        scale,
      ),
    },
  ]
}

function bodyPaths(
  { outline, body, floor, top, sizes, whole }: Silhouette,
  scale: Scale,
): readonly OutlinePath[] {
  if (!body) return []
  const { from, to } = body
  const under = sizes.frame.to
  const slab: OutlinePath = { role: 'detail', d: box(from, to, under, floor, scale) }
  switch (outline) {
    case 'none':
      return []
    case 'box':
      return [
        slab,
        {
          role: 'body',
          d: outlinePath(
            [
              [from, top, 60],
              [to, top, 60],
              [to, floor],
              [from, floor],
            ],
            scale,
          ),
        },
      ]
    case 'tank': {
      const round = (top - floor) * 0.42
      return [
        slab,
        {
          role: 'body',
          d: outlinePath(
            [
              [from, top, round],
              [to, top, round],
              [to, floor, round],
              [from, floor, round],
            ],
            scale,
          ),
        },
      ]
    }
    case 'tipper':
      return [
        slab,
        {
          role: 'body',
          d: outlinePath(
            [
              [from - 20, top + 260, 30],
              [from + 70, top + 260, 30],
              [from + 90, top],
              [to - 60, top, 20],
              [to, floor],
              [from, floor],
            ],
            scale,
          ),
        },
      ]
    case 'platform':
      return [
        slab,
        {
          role: 'body',
          d: outlinePath(
            [
              [from, top + 350, 30],
              [from + 60, top + 350, 30],
              [from + 60, top],
              [to, top],
              [to, floor],
              [from, floor],
            ],
            scale,
          ),
        },
      ]
    case 'van':
      return vanPaths(whole.from, whole.to, top, sizes.frame.from - 60, sizes.cab.nose, scale)
    default:
      return assertNever(outline)
  }
}

function vanPaths(
  from: number,
  to: number,
  top: number,
  low: number,
  nose: number,
  scale: Scale,
): readonly OutlinePath[] {
  const bonnet = Math.min(1250, top * 0.48)
  const screen = from + Math.max(nose, 200)
  const roof = screen + (top - bonnet) * 0.62
  return [
    {
      role: 'body',
      d: outlinePath(
        [
          [roof, top, 220],
          [to, top, 160],
          [to, low, 60],
          [from, low, 90],
          [from, bonnet - 300, 160],
          [from + 220, bonnet, 200],
          [screen, bonnet + 60, 60],
        ],
        scale,
      ),
    },
    {
      role: 'glass',
      d: outlinePath(
        [
          [roof + 40, Math.min(top - 200, bonnet + 800), 50],
          [roof + 700, Math.min(top - 200, bonnet + 800), 50],
          [roof + 700, bonnet + 80, 50],
          [screen + 160, bonnet + 80, 50],
        ],
        scale,
      ),
    },
  ]
}

function box(from: number, to: number, low: number, high: number, scale: Scale): string {
  return outlinePath(
    [
      [from, high],
      [to, high],
      [to, low],
      [from, low],
    ],
    scale,
  )
}
