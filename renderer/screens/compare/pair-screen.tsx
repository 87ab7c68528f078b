import { Switch, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { ComparedValue } from '../../../shared/compare/comparison.ts'
import { vinOf } from '../../../shared/compare/export-lines.ts'
import type { CompareRun, PairDetail } from '../../../shared/compare/views.ts'
import { fieldInWords } from '../../../shared/compare/words.ts'
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
  const [search, setSearch] = useState('')
  const [printing, print] = usePrinting()
  const isOne = run.pairs.length === 1 && run.unpaired.length + run.problems.length === 0
  const view = run.pairs[at]
  const detail = pair.value
  const note = detail
    ? [
        t('compare-screen.differ', { count: detail.differing }),
        t('compare-screen.equal-count', { count: detail.equal }),
      ].join(', ')
    : ''
  const title = (view && vinOf(view.left, view.right)) || t('compare-screen.title')
  return (
    <>
      <ScreenHeader
        focused
        title={title}
        note={note}
        back={
          isOne
            ? undefined
            : {
                label: t('compare-screen.back'),
                onBack: () => goTo({ screen: 'compare', run: run.id }),
              }
        }
      >
        <RunActions run={run.id} pair={at} onPrint={print} />
      </ScreenHeader>
      <Page wide>
        {pair.problem && <ProblemMessage problem={pair.problem} />}
        {!detail && !pair.problem && <div aria-busy="true" />}
        {detail && (
          <PairBody detail={detail} all={all} search={search}>
            <div className={styles.line}>
              <TextInput
                size="xs"
                aria-label={t('form.search')}
                placeholder={t('form.search')}
                leftSection={<IconSearch size={14} />}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
              />
              <Switch
                size="xs"
                label={t('compare-screen.show-equal')}
                checked={all}
                onChange={(event) => setAll(event.currentTarget.checked)}
              />
            </div>
          </PairBody>
        )}
      </Page>
      {printing && detail && (
        <PrintPage long title={`${t('compare-screen.title')} ${title}`} note={note}>
          <PairBody detail={detail} all={all} search="" />
        </PrintPage>
      )}
    </>
  )
}

interface BodyProps {
  readonly detail: PairDetail
  readonly all: boolean
  /** Only fields whose number or label has this in it. */
  readonly search: string
  /** What chooses among the values; nothing on paper. */
  readonly children?: ReactNode
}

function PairBody({ detail, all, search, children }: BodyProps): ReactNode {
  const { t, language } = useWords()
  const { left, right, differing, equal } = detail
  const isShown = ({ path, same }: ComparedValue): boolean =>
    (all || !same) && isFound(fieldInWords(path, language), search)
  const [vehicle, message] = [detail.vehicle.filter(isShown), detail.message.filter(isShown)]
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
      {children}
      {vehicle.length > 0 && <ValueTable values={vehicle} all={all} left={left} right={right} />}
      {message.length > 0 && (
        <PageSection title={t('compare-screen.of-message')} note={t('compare-screen.of-message-note')}>
          <ValueTable values={message} all={all} left={left} right={right} plain />
        </PageSection>
      )}
      {search.trim() !== '' && vehicle.length + message.length === 0 && (
        <p role="status">{t('compare-screen.nothing-found')}</p>
      )}
    </>
  )
}

function isFound(name: string, search: string): boolean {
  return name.toLowerCase().includes(search.trim().toLowerCase())
}
