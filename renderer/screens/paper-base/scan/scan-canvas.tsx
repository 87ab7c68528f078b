import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Box } from '../../../../shared/paper/segments.ts'
import { useWords } from '../../../language/words.ts'
import { type PageSize, type PageSource, type Turn, turned } from '../../../parts/pages/page-source.ts'
import styles from './scan.module.css'

interface Props {
  readonly source: PageSource
  readonly name: string
  readonly page: number
  readonly turn: Turn
  /** Undefined: as wide as there is room. */
  readonly percent: number | undefined
  /** A place on this page to look at. */
  readonly mark: Box | undefined
  readonly onFail: (page: number) => void
}

/** CSS pixels of a point at 100 %: 96 dots an inch. */
const perPoint = 96 / 72

/** One page, drawn sharply for the screen, with the place under the cursor marked on it. */
export function ScanCanvas({ source, name, page, turn, percent, mark, onFail }: Props): ReactNode {
  const { t } = useWords()
  const room = useRef<HTMLElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const place = useRef<HTMLSpanElement>(null)
  const width = useRoom(room)
  const [size, setSize] = useState<PageSize>()
  const shown = size && turned(size, turn)
  const across = shown && (percent === undefined ? width : (shown.width * perPoint * percent) / 100)
  useEffect(() => {
    let left = false
    source.size(page).then(
      (known) => !left && setSize(known),
      () => !left && onFail(page),
    )
    return () => {
      left = true
    }
  }, [source, page, onFail])
  useEffect(() => {
    if (!canvas.current || across === undefined || across < 1) return
    let left = false
    source.draw(canvas.current, page, across * window.devicePixelRatio, turn).catch(() => {
      // A drawing that was overtaken by the next one is no failure.
      if (!left) onFail(page)
    })
    return () => {
      left = true
    }
  }, [source, page, across, turn, onFail])
  const marked = mark && turnedBox(mark, turn)
  useEffect(() => {
    if (mark && across !== undefined) place.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [mark, across])
  return (
    // Scrolled by keyboard as well.
    <section className={styles.room} ref={room} tabIndex={0} aria-label={t('scan.page-of', { page, name })}>
      <div
        className={styles.sheet}
        style={
          across === undefined || !shown
            ? {}
            : { width: across, height: (across * shown.height) / shown.width }
        }
      >
        <canvas
          ref={canvas}
          className={styles.canvas}
          role="img"
          aria-label={t('scan.page-of', { page, name })}
        />
        {marked && (
          <span
            ref={place}
            className={styles.mark}
            style={{
              left: `${marked.x * 100}%`,
              top: `${marked.y * 100}%`,
              width: `${marked.width * 100}%`,
              height: `${marked.height * 100}%`,
            }}
          />
        )}
      </div>
    </section>
  )
}

/** How wide a page may be, without the room's own edges; a scroll bar that comes and goes changes nothing. */
function useRoom(room: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = room.current
    if (!element) return
    const observer = new ResizeObserver(() => setWidth(Math.max(0, element.offsetWidth - 36)))
    observer.observe(element)
    return () => observer.disconnect()
  }, [room])
  return width
}

function turnedBox({ x, y, width, height }: Box, turn: Turn): Box {
  switch (turn) {
    case 0:
      return { x, y, width, height }
    case 90:
      return { x: 1 - y - height, y: x, width: height, height: width }
    case 180:
      return { x: 1 - x - width, y: 1 - y - height, width, height }
    case 270:
      return { x: y, y: 1 - x - width, width: height, height: width }
  }
}
