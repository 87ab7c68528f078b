import { type ReactNode, useState } from 'react'
import type { Verdict, VerdictState } from '../../shared/approvals/verdict.ts'
import { problemWords, useWords } from '../language/words.ts'
import { MayIssueDialog } from './may-issue-dialog.tsx'
import styles from './may-issue-pill.module.css'
import { cut, fill, StateShape, StateWord, type Tone } from './state-shape.tsx'

/** One shape a verdict. */
const shapes: Readonly<Record<VerdictState, ReactNode>> = {
  covered: (
    <>
      <path d="M8 1.6 13.4 4v4c0 3.2-2.2 5.4-5.4 6.6C4.8 13.4 2.6 11.2 2.6 8V4z" className={fill} />
      <path d="m5.5 8 1.9 1.9 3.3-3.7" className={cut} />
    </>
  ),
  'lapses-soon': (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.3 1.6" />
    </>
  ),
  refused: (
    <>
      <circle cx="8" cy="8" r="6.2" className={fill} />
      <path d="M4.9 8h6.2" className={cut} />
    </>
  ),
  open: <circle cx="8" cy="8" r="5.6" strokeDasharray="2.2 2.2" />,
  individual: (
    <>
      <rect x="2.6" y="3.4" width="10.8" height="9.2" rx="1.5" />
      <path d="M5.2 6.6h5.6M5.2 9.4h3.4" />
    </>
  ),
  'no-folder': (
    <>
      <circle cx="8" cy="8" r="5.6" />
      <path d="M6.4 6.6a1.7 1.7 0 1 1 2.3 1.6c-.5.2-.7.5-.7 1M8 11.2v.1" />
    </>
  ),
}

const tones: Readonly<Record<VerdictState, Tone>> = {
  covered: 'good',
  'lapses-soon': 'warn',
  refused: 'bad',
  open: 'quiet',
  individual: 'accent',
  'no-folder': 'quiet',
}

interface StateProps {
  readonly state: VerdictState
}

export function VerdictShape({ state }: StateProps): ReactNode {
  return <StateShape tone={tones[state]}>{shapes[state]}</StateShape>
}

/** What the folder says, as shape and word. */
export function MayIssueWord({ state }: StateProps): ReactNode {
  const { t } = useWords()
  return <StateWord shape={<VerdictShape state={state} />} word={t(`may-issue.${state}`)} />
}

/** The pill of a vehicle: that it may be issued, or the first reason why not; it opens all of them. */
export function MayIssuePill({ verdict }: { readonly verdict: Verdict }): ReactNode {
  const { t, language } = useWords()
  const reason =
    verdict.state === 'refused' ? verdict.reasons.find(({ severity }) => severity === 'error') : undefined
  const [asks, setAsks] = useState(false)
  return (
    <>
      <button
        type="button"
        className={styles.pill}
        data-state={verdict.state}
        title={t('may-issue.title')}
        onClick={() => setAsks(true)}
      >
        <MayIssueWord state={verdict.state} />
        {reason && <span className={styles.why}>{problemWords(language, reason.problem).heading}</span>}
      </button>
      {asks && <MayIssueDialog verdict={verdict} onClose={() => setAsks(false)} />}
    </>
  )
}
