import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { PaperScan } from '../../../../shared/paper/scan.ts'
import type { Box } from '../../../../shared/paper/segments.ts'
import type { Turn } from '../../../parts/pages/page-source.ts'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import styles from './scan.module.css'
import { ScanCanvas } from './scan-canvas.tsx'
import { ScanTools, zoomed } from './scan-tools.tsx'
import { usePageSource } from './use-page-source.ts'

interface Props {
  readonly scan: PaperScan
  readonly page: number
  readonly onPage: (page: number) => void
  /** The place that a suggestion was read from. */
  readonly mark: { readonly page: number; readonly box: Box } | undefined
  /** Which file is shown, and the ways to bring another. */
  readonly files: ReactNode
}

/** A scan page by page; after a page that failed its reader is begun anew. */
export function ScanViewer(props: Props): ReactNode {
  const [attempt, setAttempt] = useState(0)
  return (
    <OpenScan
      key={`${props.scan.id} ${attempt}`}
      {...props}
      onAgain={() => setAttempt((number) => number + 1)}
    />
  )
}

function OpenScan({
  scan,
  page,
  onPage,
  mark,
  files,
  onAgain,
}: Props & { readonly onAgain: () => void }): ReactNode {
  const { source, problem, fail } = usePageSource(scan)
  const [percent, setPercent] = useState<number>()
  const [turn, setTurn] = useState<Turn>(0)
  const show = (wanted: number): void => {
    if (wanted < 1 || wanted > scan.pages) return
    onPage(wanted)
    if (problem) onAgain()
  }
  const onTurn = (): void => setTurn(((turn + 90) % 360) as Turn)
  const actOf = (key: string): (() => void) | undefined => {
    switch (key) {
      case 'PageDown':
        return () => show(page + 1)
      case 'PageUp':
        return () => show(page - 1)
      case '+':
        return () => setPercent(zoomed(percent, 1))
      case '-':
        return () => setPercent(zoomed(percent, -1))
      case '0':
        return () => setPercent(undefined)
      case 'r':
        return onTurn
      default:
        return undefined
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const act = actOf(event.key)
    if (!act) return
    event.preventDefault()
    act()
  }
  return (
    <section className={styles.viewer} aria-label={scan.name} onKeyDown={onKeyDown}>
      <div className={styles.bar}>
        <ScanTools
          page={page}
          pages={scan.pages}
          onPage={show}
          percent={percent}
          onPercent={setPercent}
          onTurn={onTurn}
        />
        {files}
      </div>
      {problem ? (
        <div className={styles.message}>
          <ProblemMessage problem={problem} />
        </div>
      ) : source ? (
        <ScanCanvas
          source={source}
          name={scan.name}
          page={page}
          turn={turn}
          percent={percent}
          mark={mark?.page === page ? mark.box : undefined}
          onFail={fail}
        />
      ) : (
        <div className={styles.room} aria-busy="true" />
      )}
    </section>
  )
}
