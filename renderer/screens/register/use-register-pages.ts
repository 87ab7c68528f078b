import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import type { Problem } from '../../../shared/problem.ts'
import type { RegisterPage, VehicleRow } from '../../../shared/record/views.ts'
import type { Result } from '../../../shared/result.ts'
import { call } from '../../api.ts'
import { callKey } from '../../data/use-call.ts'
import { pageSize, pagesBetween } from './pages.ts'
import { type RegisterQuery, wireQuery } from './register-query.ts'

export interface RegisterPages {
  readonly total: number
  readonly byStatus: RegisterPage['byStatus'] | undefined
  /** The row at this place of the whole list, or undefined until its page is there. */
  readonly rowAt: (at: number) => VehicleRow | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
}

/** The pages around what is seen of a list that may have 100,000 rows. */
export function useRegisterPages(query: RegisterQuery, first: number, last: number): RegisterPages {
  const input = (page: number) => ({ ...wireQuery(query), offset: page * pageSize, limit: pageSize })
  const options = (page: number) => ({
    queryKey: callKey('register/list', input(page)),
    queryFn: () => call('register/list', input(page)),
  })
  // The first page is always there: it tells the total, also while another query is on its way.
  const head = useQuery<Result<RegisterPage>>({ ...options(0), placeholderData: keepPreviousData })
  const pages = pagesBetween(first, last).filter((page) => page > 0)
  const others = useQueries({ queries: pages.map(options) })
  const result = head.data
  const page0 = result?.ok ? result.value : undefined
  const rowAt = (at: number): VehicleRow | undefined => {
    const page = Math.floor(at / pageSize)
    if (page === 0) return page0?.rows[at]
    const answer = others[pages.indexOf(page)]?.data
    return answer?.ok ? answer.value.rows[at - page * pageSize] : undefined
  }
  return {
    total: page0?.total ?? 0,
    byStatus: page0?.byStatus,
    rowAt,
    problem: result && !result.ok ? result.problem : undefined,
    loading: head.isPending,
  }
}
