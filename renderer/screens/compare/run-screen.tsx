import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Route } from '../../data/route.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Page } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { PairScreen } from './pair-screen.tsx'
import { SummaryScreen } from './summary-screen.tsx'

export type RunRoute = Extract<Route, { screen: 'compare' }> & { readonly run: number }

/** A comparison that was made: all of its pairs, or one of them. */
export function RunScreen({ route }: { readonly route: RunRoute }): ReactNode {
  const { t } = useWords()
  const run = useCall('compare/get', { run: route.run })
  const view = run.value
  if (view && route.pair !== undefined) return <PairScreen key={route.pair} run={view} at={route.pair} />
  if (view) return <SummaryScreen run={view} field={route.field} />
  return (
    <>
      <ScreenHeader title={t('compare-screen.title')} />
      <Page wide>
        {run.problem ? (
          <ProblemMessage problem={run.problem}>
            <Button size="xs" variant="default" onClick={() => goTo({ screen: 'compare' })}>
              {t('compare-screen.again')}
            </Button>
          </ProblemMessage>
        ) : (
          <div aria-busy="true" />
        )}
      </Page>
    </>
  )
}
