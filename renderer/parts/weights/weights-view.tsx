import { Button } from '@mantine/core'
import { IconArrowBackUp, IconMaximize, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { computeWeights } from '../../../shared/weights/compute-weights.ts'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import type { WeightStateKind } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { Drawing } from '../drawing/drawing.tsx'
import { figures } from '../drawing/figures.ts'
import type { Bodywork } from '../drawing/outline-facts.ts'
import { silhouette } from '../drawing/silhouette.ts'
import { CentreLegend } from './centre-legend.tsx'
import { KeyFigures } from './key-figures.tsx'
import { LinesTable } from './lines-table.tsx'
import { LoadsTable } from './loads-table.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { shownReport } from './shown-report.ts'
import { StateSwitch } from './state-switch.tsx'
import { usePrinting } from './use-printing.ts'
import { WeightFindings } from './weight-findings.tsx'
import styles from './weights.module.css'

interface Props {
  readonly given: LoadCase
  /** What the drawing is of: a VIN, a quotation's name. Stands above it on paper. */
  readonly title: string
  readonly bodywork?: Bodywork | undefined
  /** Where the empty vehicle's loads come from, in words. */
  readonly note?: string | undefined
  /** The vehicle may take so much of the height on the screen. */
  readonly mostHeight?: number
  /** Whether it fits is said outside of it. */
  readonly judged?: boolean
  /** Offers a larger view of itself. */
  readonly canGrow?: boolean
}

/** Loads of a vehicle as drawing, figures, findings and tables; everything follows what is handed in. */
export function WeightsView(props: Props): ReactNode {
  const { given, title, bodywork, note, mostHeight = 260, judged = false, canGrow = false } = props
  const { t, language } = useWords()
  const { kg } = figures(language)
  const [kind, setKind] = useState<WeightStateKind>('laden')
  const [centre, setCentre] = useState<number>()
  const [large, setLarge] = useState(false)
  const [printing, print] = usePrinting()
  const room = given.loads.payload
  // A room that moved away from under the heap takes the trial along.
  const tried = centre !== undefined && room && centre >= room.from && centre <= room.to ? centre : undefined
  const report = useMemo(
    () =>
      shownReport(
        computeWeights(tried === undefined ? given : { ...given, trials: [{ centre: tried }] }),
        given,
      ),
    [given, tried],
  )
  const shown = kind === 'laden' && tried !== undefined ? 'trial' : kind
  const state =
    report.states.find((each) => each.kind === shown) ??
    report.states.findLast((each) => each.kind === 'actual') ??
    report.states[0]
  const guessed = useMemo(() => silhouette(given, new Set(), bodywork).guessed, [given, bodywork])
  if (!state) return null
  const moves = state.kind === 'laden' || state.kind === 'trial'
  const printed = printing && !large
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <StateSwitch report={report} kind={state.kind} onKind={setKind} />
        <div className={styles.buttons}>
          {canGrow && (
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconMaximize size={14} />}
              onClick={() => setLarge(true)}
            >
              {t('weights.larger')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" leftSection={<IconPrinter size={14} />} onClick={print}>
            {t('weights.print')}
          </Button>
        </div>
      </div>
      <Drawing
        given={given}
        state={state}
        bodywork={bodywork}
        mostHeight={mostHeight}
        onCentre={moves && state.payload ? setCentre : undefined}
      />
      {state.payload && moves && (
        <p className={styles.hint} data-tried={tried !== undefined || undefined}>
          {tried === undefined ? t('weights.move') : t('weights.tried', { centre: kg(tried) })}
          {tried !== undefined && (
            <Button
              size="compact-sm"
              variant="subtle"
              leftSection={<IconArrowBackUp size={13} />}
              onClick={() => setCentre(undefined)}
            >
              {t('weights.back')}
            </Button>
          )}
        </p>
      )}
      <CentreLegend state={state} />
      {guessed.length > 0 && (
        <p className={styles.faint}>
          {t('weights.guessed', { what: guessed.map((what) => t(`weights.guess.${what}`)).join(', ') })}
        </p>
      )}
      <WeightFindings
        findings={report.findings}
        trial={state.kind === 'trial' ? state : undefined}
        judged={judged}
        hasRoom={room !== undefined}
      />
      <KeyFigures report={report} state={state} />
      <LinesTable report={report} tried={tried !== undefined} />
      <LoadsTable report={report} />
      {note && <p className={styles.faint}>{note}</p>}
      {large && (
        <Dialog title={title} onClose={() => setLarge(false)} size={1180}>
          <WeightsView {...props} judged={false} canGrow={false} mostHeight={340} />
        </Dialog>
      )}
      {printed && (
        <PrintSheet
          title={title}
          given={given}
          report={report}
          state={state}
          bodywork={bodywork}
          note={note}
        />
      )}
    </div>
  )
}
