import { ActionIcon } from '@mantine/core'
import {
  IconArrowAutofitWidth,
  IconChevronLeft,
  IconChevronRight,
  IconRotateClockwise,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react'
import { useWords } from '../../../language/words.ts'
import styles from './scan.module.css'

interface Props {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
  readonly percent: number | undefined
  readonly onPercent: (percent: number | undefined) => void
  readonly onTurn: () => void
}

const steps = [50, 75, 100, 125, 150, 200, 300, 400]

/** The next step of zoom from one; from fit width it goes on at 100 %. */
export function zoomed(percent: number | undefined, by: 1 | -1): number {
  const now = percent ?? 100
  const further = by === 1 ? steps.find((step) => step > now) : steps.findLast((step) => step < now)
  return further ?? now
}

/** Pages, zoom and turn. */
export function ScanTools({ page, pages, onPage, percent, onPercent, onTurn }: Props): ReactNode {
  const { t } = useWords()
  const button = (
    name: string,
    icon: ReactNode,
    act: () => void,
    off = false,
    pressed?: boolean,
  ): ReactNode => (
    <ActionIcon
      variant={pressed ? 'light' : 'subtle'}
      color={pressed ? 'blue' : 'gray'}
      size={28}
      aria-label={t(`scan.${name}`)}
      title={t(`scan.${name}-key`)}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      disabled={off}
      onClick={act}
    >
      {icon}
    </ActionIcon>
  )
  return (
    <div className={styles.tools} role="toolbar" aria-label={t('scan.tools')}>
      {button('before', <IconChevronLeft size={17} />, () => onPage(page - 1), page <= 1)}
      <PageField page={page} pages={pages} onPage={onPage} />
      {button('next', <IconChevronRight size={17} />, () => onPage(page + 1), page >= pages)}
      <span className={styles.apart} />
      {button('smaller', <IconZoomOut size={17} />, () => onPercent(zoomed(percent, -1)))}
      <span className={styles.percent}>{percent === undefined ? t('scan.fitted') : `${percent} %`}</span>
      {button('larger', <IconZoomIn size={17} />, () => onPercent(zoomed(percent, 1)))}
      {button(
        'fit',
        <IconArrowAutofitWidth size={17} />,
        () => onPercent(undefined),
        false,
        percent === undefined,
      )}
      {button('turn', <IconRotateClockwise size={17} />, onTurn)}
    </div>
  )
}

function PageField({ page, pages, onPage }: Pick<Props, 'page' | 'pages' | 'onPage'>): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const go = (): void => {
    const wanted = Math.round(Number(typed))
    if (wanted >= 1 && wanted <= pages) onPage(wanted)
    else setTyped(String(page))
  }
  return (
    <label className={styles.page}>
      <input
        className={styles.pageField}
        inputMode="numeric"
        aria-label={t('scan.page')}
        value={typed}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={go}
        onKeyDown={(event: KeyboardEvent) => event.key === 'Enter' && go()}
      />
      <span>/ {pages}</span>
    </label>
  )
}
