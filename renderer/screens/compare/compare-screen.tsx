import { type ReactNode, useCallback, useEffect, useRef } from 'react'
import type { SideInput } from '../../../shared/compare/side-input.ts'
import { clearProgress, useProgress } from '../../data/backend-events.ts'
import type { Route } from '../../data/route.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo, replaceRoute } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Page } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ProgressLine } from '../../parts/progress-line.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { Chooser } from './chooser.tsx'
import { RunScreen } from './run-screen.tsx'
import { isByVin } from './side-choice.ts'
import { parseSideSpec } from './side-spec.ts'
import { useSides } from './use-sides.ts'

interface Props {
  readonly route: Extract<Route, { screen: 'compare' }>
}

/** Two messages or many pairs: first chosen, then compared, then looked at. */
export function CompareScreen({ route }: Props): ReactNode {
  const { t } = useWords()
  const compare = useAction('compare/run')
  const progress = useProgress('compare')
  const { run: ask } = compare
  const run = useCallback(
    async (
      left: readonly SideInput[],
      right: readonly SideInput[],
      show: (route: Route) => void,
    ): Promise<void> => {
      clearProgress('compare')
      const result = await ask({ left: [...left], right: [...right], byVin: isByVin(left, right) })
      if (!result.ok) return
      const [only, ...others] = result.value.pairs
      const { unpaired, problems } = result.value
      const isOne = only && others.length + unpaired.length + problems.length === 0
      show({ screen: 'compare', run: result.value.id, ...(isOne ? { pair: 0 } : {}) })
    },
    [ask],
  )
  const { ids, sides, setSides } = useSides(route)
  const named = namedSides(route)
  const key = JSON.stringify(named)
  const asked = useRef('')
  useEffect(() => {
    const sides = JSON.parse(key) as ReturnType<typeof namedSides>
    // The address names both: there is nothing to choose.
    if (!sides || asked.current === key) return
    asked.current = key
    // A step back leads to where the address was asked for.
    void run(sides.left, sides.right, replaceRoute)
  }, [key, run])
  if (route.run !== undefined) return <RunScreen route={{ ...route, run: route.run }} />
  return (
    <>
      <ScreenHeader title={t('compare-screen.title')} note={t('compare-screen.note')} />
      <Page wide>
        {compare.problem && <ProblemMessage problem={compare.problem} />}
        {compare.busy && <ProgressLine title={t('compare-screen.reading')} progress={progress} />}
        {!(named && compare.busy) && (
          <Chooser
            ids={ids}
            sides={sides}
            onSides={setSides}
            busy={compare.busy}
            onRun={(left, right) => void run(left, right, goTo)}
          />
        )}
      </Page>
    </>
  )
}

function namedSides({
  ids,
  left,
  right,
}: Props['route']): { readonly left: readonly SideInput[]; readonly right: readonly SideInput[] } | null {
  const [first, second, ...others] = ids ?? []
  if (first !== undefined && second !== undefined && others.length === 0)
    return { left: [{ vehicle: first }], right: [{ vehicle: second }] }
  const [a, b] = [parseSideSpec(left ?? ''), parseSideSpec(right ?? '')]
  return a && b ? { left: [a], right: [b] } : null
}
