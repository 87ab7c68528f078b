import type { Input } from '../../../shared/ipc-contract.ts'
import { type Status, statuses } from '../../../shared/record/status.ts'

/** What the register shows: the contract's query without its page. */
export interface RegisterQuery {
  readonly search: string
  readonly statuses: readonly Status[]
  readonly only: 'all' | 'errors' | 'drift' | 'no-base' | 'may-not-issue'
  readonly sort: 'vin' | 'order' | 'status' | 'updatedAt'
  readonly descending: boolean
}

export const everything: RegisterQuery = {
  search: '',
  statuses: [],
  only: 'all',
  sort: 'updatedAt',
  descending: true,
}

/** The wire's own form of a query; arrays of the contract are mutable. */
export function wireQuery(query: RegisterQuery): Input<'register/ids'> {
  return { ...query, statuses: [...query.statuses] }
}

/** Adds a state to the filter or takes it away; states stay in the order of a certificate's life. */
export function withStatus(query: RegisterQuery, status: Status): RegisterQuery {
  const chosen = new Set(query.statuses)
  if (!chosen.delete(status)) chosen.add(status)
  return { ...query, statuses: statuses.filter((each) => chosen.has(each)) }
}

/** Sorting by the column that already sorts turns it round; text starts at A, times start with the newest. */
export function sortedBy(query: RegisterQuery, sort: RegisterQuery['sort']): RegisterQuery {
  if (query.sort === sort) return { ...query, descending: !query.descending }
  return { ...query, sort, descending: sort === 'updatedAt' }
}

export function isNarrowed(query: RegisterQuery): boolean {
  return query.search !== '' || query.statuses.length > 0 || query.only !== 'all'
}
