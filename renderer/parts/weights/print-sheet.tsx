import type { ReactNode } from 'react'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { WeightState, WeightsReport } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { Drawing } from '../drawing/drawing.tsx'
import type { Bodywork } from '../drawing/outline-facts.ts'
import { PrintPage } from '../print-page.tsx'
import { CentreLegend } from './centre-legend.tsx'
import { KeyFigures } from './key-figures.tsx'
import { LinesTable } from './lines-table.tsx'
import { LoadsTable } from './loads-table.tsx'
import { WeightFindings } from './weight-findings.tsx'

interface Props {
  readonly title: string
  readonly given: LoadCase
  readonly report: WeightsReport
  readonly state: WeightState
  readonly bodywork: Bodywork | undefined
  readonly note: string | undefined
}

/** The drawing with its figures on a page of its own; stands outside of the screen, which paper does not show. */
export function PrintSheet({ title, given, report, state, bodywork, note }: Props): ReactNode {
  const { t } = useWords()
  return (
    <PrintPage title={title} note={t(`weights.sum.${state.kind === 'axle-lifted' ? 'actual' : state.kind}`)}>
      <Drawing given={given} state={state} bodywork={bodywork} width={720} mostHeight={165} />
      <CentreLegend state={state} />
      <WeightFindings
        findings={report.findings}
        trial={state.kind === 'trial' ? state : undefined}
        hasRoom={given.loads.payload !== undefined}
      />
      <KeyFigures report={report} state={state} />
      <LinesTable report={report} tried={state.kind === 'trial'} />
      <LoadsTable report={report} />
      {note && <p>{note}</p>}
    </PrintPage>
  )
}
