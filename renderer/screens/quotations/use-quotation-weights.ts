import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import type { Verdict } from '../../../shared/approvals/verdict.ts'
import type { Problem } from '../../../shared/problem.ts'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import { parseQuotation, type Quotation } from '../../../shared/weights/quotation.ts'
import type { RecordWeights } from '../../../shared/weights/record-weights.ts'
import { useCall } from '../../data/use-call.ts'
import { isUnfinished } from './is-unfinished.ts'
import type { QuotationForm } from './quotation-form.ts'
import { toQuotation } from './to-quotation.ts'

export interface QuotationWeights {
  readonly given: LoadCase | undefined
  readonly problem: Problem | undefined
  /** What the backend says of a body or a chassis that it knows. */
  readonly answer: RecordWeights | undefined
  /** What the approval folder says, once a body is chosen. */
  readonly mayIssue: Verdict | undefined
}

/** A pause in typing after which the backend is asked. */
const pause = 200

/**
 * The vehicle of a quotation while somebody types. Everything by hand is known here; a body of the workspace and a
 * known chassis are the backend's.
 */
export function useQuotationWeights(form: QuotationForm): QuotationWeights {
  const [settled] = useDebouncedValue(form, pause)
  const here = useMemo(() => read(form), [form])
  const asked = useMemo(() => read(settled), [settled])
  const needsBackend = asked.quotation !== undefined && !byHand(asked.quotation)
  const {
    name: _,
    customer: __,
    note: ___,
    ...weighs
  } = asked.quotation ?? { name: '', customer: '', note: '' }
  const answer = useCall(
    'weights/of-quotation',
    { json: { ...weighs, name: '–' } },
    { enabled: needsBackend, keepLast: true },
  )
  const folder = useCall(
    'approval/of-quotation',
    { json: { ...weighs, name: '–' } },
    { enabled: asked.quotation?.variant !== undefined, keepLast: true },
  )
  const mayIssue = asked.quotation?.variant ? folder.value?.verdict : undefined
  const { quotation } = here
  if (quotation?.vehicle && byHand(quotation)) {
    const { vehicle, loads, trials } = quotation
    return { given: { vehicle, loads, trials }, problem: undefined, answer: undefined, mayIssue }
  }
  if (!needsBackend || !quotation)
    return { given: undefined, problem: here.problem, answer: undefined, mayIssue }
  const { value } = answer
  return {
    given: value?.kind === 'ready' ? value.given : undefined,
    problem: answer.problem ?? (value?.kind === 'missing' ? value.problem : undefined),
    answer: value,
    mayIssue,
  }
}

function byHand({ chassis, variant }: Quotation): boolean {
  return !chassis && !variant
}

function read(form: QuotationForm): {
  readonly quotation: Quotation | undefined
  readonly problem: Problem | undefined
} {
  if (isUnfinished(form)) return { quotation: undefined, problem: undefined }
  const parsed = parseQuotation(toQuotation({ ...form, name: form.name.trim() || '–' }))
  return parsed.ok
    ? { quotation: parsed.value, problem: undefined }
    : { quotation: undefined, problem: parsed.problem }
}
