import { useState } from 'react'
import type { Input, Output } from '../../shared/ipc-contract.ts'
import { type Answer, useCall } from './use-call.ts'

/** Rows of a list that is turned over by pages. */
export const pageSize = 100

interface Pages extends Answer<Output<'register/list'>> {
  readonly offset: number
  readonly total: number
  readonly onOffset: (offset: number) => void
}

/** One page of what a query of the register finds; a page that has emptied gives way to the last one that has rows. */
export function usePages(query: Input<'register/ids'>): Pages {
  const [wanted, setWanted] = useState(0)
  const [total, setTotal] = useState<number>()
  const last = total === undefined ? wanted : Math.max(0, Math.ceil(total / pageSize) - 1) * pageSize
  const offset = Math.min(wanted, last)
  const answer = useCall('register/list', { ...query, offset, limit: pageSize }, { keepLast: true })
  const found = answer.value?.total
  if (found !== undefined && found !== total) setTotal(found)
  return { ...answer, offset, total: found ?? 0, onOffset: setWanted }
}
