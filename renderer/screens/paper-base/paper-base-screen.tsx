import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import type { PaperPlace, PaperScan } from '../../../shared/paper/scan.ts'
import type { Suggestion } from '../../../shared/paper/suggest.ts'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import type { Route } from '../../data/route.ts'
import { useCall } from '../../data/use-call.ts'
import { usePreference } from '../../data/use-preference.ts'
import { useRelease } from '../../data/use-release.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { DraftContext } from '../vehicle/draft-context.ts'
import { FormFrame } from '../vehicle/form-frame.tsx'
import { useLiveFindings } from '../vehicle/use-live-findings.ts'
import styles from '../vehicle/vehicle-screen.module.css'
import { PaperBaseHeader } from './paper-base-header.tsx'
import own from './paper-base-screen.module.css'
import { PaperPanel, type PaperTab } from './paper-panel.tsx'
import { ScanPanel } from './scan/scan-panel.tsx'
import { useAttach } from './scan/use-attach.ts'
import { Splitter } from './splitter.tsx'
import { SuggestionChip } from './suggestion-chip.tsx'
import { usePaperDraft } from './use-paper-draft.ts'
import { useScanInView } from './use-scan-in-view.ts'
import { useOtherVin, useReadScans, useSuggestions } from './use-suggestions.ts'

type PaperRoute = Extract<Route, { screen: 'paper-base' }>

/** The base's CoC typed from paper, in its item order and into the same form as a vehicle, the scan beside it. */
export function PaperBaseScreen({ route }: { readonly route: PaperRoute }): ReactNode {
  const base = useCall('paper-base/get', { id: route.id })
  const { releases } = useWorkspace()
  const isShown = useRelease(base.value?.release, releases)
  if (base.problem) {
    return (
      <div className={styles.problem}>
        <ProblemMessage problem={base.problem} />
      </div>
    )
  }
  if (!base.value || !isShown) return <div className={styles.waiting} aria-busy="true" />
  return <OpenPaperBase key={route.id} base={base.value} route={route} />
}

interface Field {
  readonly path: string
  readonly input: HTMLElement
  readonly isUnderCursor: boolean
}

/** Form and paper take about as much room each, until somebody moves the border. */
const usualShare = 0.46

function OpenPaperBase({
  base,
  route,
}: {
  readonly base: PaperBaseView
  readonly route: PaperRoute
}): ReactNode {
  const view = useScanInView(base.scans, route)
  const [tab, setTab] = useState<PaperTab>('scan')
  const [folded, setFolded] = useState(false)
  const [share = usualShare, keepShare] = usePreference('scanWidth')
  const panelId = useId()
  const { show, rest } = view
  const onPlace = useCallback(
    ({ sha256, page }: PaperPlace) => {
      setTab('scan')
      setFolded(false)
      show(sha256, page)
    },
    [show],
  )
  const { draft, take } = usePaperDraft(base, view.inView, onPlace)
  useLiveFindings(draft)
  const attaching = useAttach(
    base.id,
    useCallback((scan: PaperScan | undefined) => (scan ? show(scan.sha256, 1) : rest()), [show, rest]),
  )

  const [field, setField] = useState<Field>()
  const read = useReadScans(base.scans)
  const otherVin = useOtherVin(read, view.scan, base.row.vin)
  const offered = useSuggestions(read, field?.path, view.scan)
  const typed = field && draft.store.value(field.path)
  const suggestions = offered.some(({ value }) => value === typed) ? [] : offered
  const [first] = offered
  // The eye is led to the place on paper that the field under the cursor is read from, once: from there on whoever
  // leafs through the paper is left where they are.
  const led = useRef<Field>(undefined)
  useEffect(() => {
    if (!field?.isUnderCursor || first?.value === undefined || led.current === field) return
    led.current = field
    show(first.sha256, first.page)
  }, [field, first, show])
  const onFocus = ({ target }: FocusEvent): void => {
    const path = target instanceof HTMLElement ? target.dataset.path : undefined
    if (path !== undefined && target instanceof HTMLElement)
      setField({ path, input: target, isUnderCursor: true })
  }
  // What was offered goes with the cursor; its place stays marked for whoever looks at the paper now.
  const onBlur = (): void => setField((known) => known && { ...known, isUnderCursor: false })
  const onTake = ({ value, sha256, page }: Suggestion): void => {
    if (!field || value === undefined) return
    take(field.path, value, { sha256, page })
    show(sha256, page)
  }
  /** Takes what is offered; where nothing is, shows where the value was read. */
  const onEnter = (path: string): void => {
    const [likely] = suggestions
    const source = draft.store.source(path)
    if (likely?.value !== undefined) onTake(likely)
    else if (source?.kind === 'typed' && source.paper) onPlace(source.paper)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || event.ctrlKey) return
    if (event.key === 'PageDown') view.turn(1)
    else if (event.key === 'PageUp') view.turn(-1)
    else if (event.key === 'Enter' && field?.isUnderCursor) onEnter(field.path)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <DraftContext value={draft}>
      <div
        className={own.whole}
        data-split
        onFocusCapture={onFocus}
        onBlurCapture={onBlur}
        onKeyDownCapture={onKeyDown}
      >
        <FormFrame
          view="all"
          path={route.path}
          folded={folded}
          onFold={() => setFolded(!folded)}
          header={(goToField) => <PaperBaseHeader base={base} onField={goToField} />}
          panel={(goToField) => (
            <div className={own.beside}>
              <Splitter share={share} onShare={keepShare} controls={panelId} />
              <PaperPanel
                id={panelId}
                tab={tab}
                onTab={setTab}
                share={share}
                onField={goToField}
                scan={
                  <ScanPanel
                    scans={base.scans}
                    shown={view.scan}
                    page={view.page}
                    onShow={(scan, page) => show(scan.sha256, page)}
                    attaching={attaching}
                    suggestion={first}
                    otherVin={otherVin}
                  />
                }
              />
            </div>
          )}
        />
      </div>
      {field?.isUnderCursor && suggestions.length > 0 && (
        <SuggestionChip path={field.path} field={field.input} suggestions={suggestions} onTake={onTake} />
      )}
    </DraftContext>
  )
}
