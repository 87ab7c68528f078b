import { ActionIcon, Switch } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { vinOf } from '../../../shared/compare/export-lines.ts'
import type { CompareRun, PairDetail } from '../../../shared/compare/views.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Page, PageSection } from '../../parts/page.tsx'
import { PrintPage } from '../../parts/print-page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { usePrinting } from '../../parts/weights/use-printing.ts'
import styles from './compare.module.css'
import { RunActions } from './run-actions.tsx'
import { SideCard } from './side-card.tsx'
import { ValueTable } from './value-table.tsx'

interface Props {
  readonly run: CompareRun
  /** Position of the pair. */
  readonly at: number
}

/** Two messages side by side, by section of the certificate, differences first. */
export function PairScreen({ run, at }: Props): ReactNode {
  const { t } = useWords()
  const pair = useCall('compare/pair', { run: run.id, pair: at })
  const [all, setAll] = useState(false)
  const [printing, print] = usePrinting()
  const isOne = run.pairs.length === 1 && run.unpaired.length === 0
  const view = run.pairs[at]
  const detail = pair.value
  const note = detail
    ? [
        t('compare-screen.differ', { count: detail.differing }),
        t('compare-screen.equal-count', { count: detail.equal }),
      ].join(', ')
    : ''
  const title = view ? vinOf(view.left, view.right) : t('compare-screen.title')
  return (
    <>
      <div className={styles.pairHead}>
        {!isOne && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={32}
            aria-label={t('compare-screen.back')}
            title={t('compare-screen.back')}
            onClick={() => goTo({ screen: 'compare', run: run.id })}
          >
            <IconArrowLeft size={18} />
          </ActionIcon>
        )}
        <ScreenHeader title={title} note={note}>
          <Switch
            size="xs"
            label={t('compare-screen.show-equal')}
            checked={all}
            onChange={(event) => setAll(event.currentTarget.checked)}
          />
          <RunActions run={run.id} pair={at} onPrint={print} />
        </ScreenHeader>
      </div>
      <Page wide>
        {pair.problem && <ProblemMessage problem={pair.problem} />}
        {!detail && !pair.problem && <div aria-busy="true" />}
        {detail && <PairBody detail={detail} all={all} />}
      </Page>
      {printing && detail && (
        <PrintPage long title={`${t('compare-screen.title')} ${title}`} note={note}>
          <PairBody detail={detail} all={all} />
        </PrintPage>
      )}
    </>
  )
}

function PairBody({ detail, all }: { readonly detail: PairDetail; readonly all: boolean }): ReactNode {
  const { t } = useWords()
  const { left, right, differing, equal, vehicle, message } = detail
  return (
    <>
      <div className={styles.cards}>
        <SideCard title={t('compare-screen.left')} view={left} />
        <SideCard title={t('compare-screen.right')} view={right} />
      </div>
      {differing === 0 && (
        <p className={styles.equal} role="status">
          {t('compare-screen.same-vehicle')} {t('compare-screen.same-vehicle-text', { count: equal })}
        </p>
      )}
      {(differing > 0 || all) && <ValueTable values={vehicle} all={all} left={left} right={right} />}
      {message.some(({ same }) => all || !same) && (
        <PageSection title={t('compare-screen.of-message')} note={t('compare-screen.of-message-note')}>
          <ValueTable values={message} all={all} left={left} right={right} plain />
        </PageSection>
      )}
    </>
  )
}
