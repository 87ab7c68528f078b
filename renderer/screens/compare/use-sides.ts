import { useState } from 'react'
import type { Route } from '../../data/route.ts'
import { type Sides, sidesOf } from './side-choice.ts'

interface ChosenSides {
  /** Vehicles that were taken in the register. */
  readonly ids: readonly number[]
  readonly sides: Sides
  readonly setSides: (sides: Sides) => void
}

/** What is chosen on either side: stays for the next comparison until an address names something else. */
export function useSides({
  ids = [],
  left = '',
  right = '',
}: Extract<Route, { screen: 'compare' }>): ChosenSides {
  const asked = [ids.join(), left, right].join(' ').trim()
  const [kept, setKept] = useState({ asked, ids, sides: sidesOf(ids, left, right) })
  const current =
    asked === '' || asked === kept.asked ? kept : { asked, ids, sides: sidesOf(ids, left, right) }
  if (current !== kept) setKept(current)
  return { ids: current.ids, sides: current.sides, setSides: (sides) => setKept({ ...current, sides }) }
}
