import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import { describe } from '../../../shared/rules/explain.ts'
import { weightAsFinding } from '../../../shared/weights/as-finding.ts'
import { computeWeights } from '../../../shared/weights/compute-weights.ts'
import type { LoadCase } from '../../../shared/weights/load-case.ts'
import { useWords } from '../../language/words.ts'
import { figures } from '../../parts/drawing/figures.ts'
import styles from './quotations.module.css'

/** The customer's question answered in one sentence. */
export function Verdict({ given }: { readonly given: LoadCase }): ReactNode {
  const { t, language } = useWords()
  const { findings, payloadLeft } = useMemo(() => computeWeights({ ...given, trials: [] }), [given])
  const against = findings.find(({ level }) => level === 'error')
  const words = against
    ? `${t('quotations.fits-not')} ${describe(weightAsFinding(against), language)}`
    : payloadLeft === undefined
      ? t('quotations.fits-unknown')
      : t(given.loads.payload ? 'quotations.fits' : 'quotations.fits-empty', {
          left: figures(language).kg(payloadLeft),
        })
  return (
    <p className={styles.verdict} data-fits={!against} role="status">
      {against ? <IconAlertTriangle size={20} aria-hidden /> : <IconCircleCheck size={20} aria-hidden />}
      <span>{words}</span>
    </p>
  )
}
