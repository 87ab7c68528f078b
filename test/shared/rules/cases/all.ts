import { axleLoads } from './axle-loads.ts'
import { axlesAndBody } from './axles-and-body.ts'
import type { Case } from './case.ts'
import { category } from './category.ts'
import { couplingCases } from './coupling.ts'
import { engines } from './engines.ts'
import { fields } from './fields.ts'
import { identity } from './identity.ts'
import { loadsAndPower } from './loads-and-power.ts'
import { masses } from './masses.ts'
import { plausible } from './plausible.ts'
import { relevance } from './relevance.ts'
import { size } from './size.ts'
import { stages } from './stages.ts'
import { towingCases } from './towing.ts'
import { usage } from './usage.ts'

/** Every pair of a faulty and a sound vehicle. */
export const cases: readonly Case[] = [
  ...axleLoads,
  ...axlesAndBody,
  ...category,
  ...couplingCases,
  ...engines,
  ...fields,
  ...identity,
  ...loadsAndPower,
  ...masses,
  ...plausible,
  ...relevance,
  ...size,
  ...stages,
  ...towingCases,
  ...usage,
]
