import {
  IconArrowsDiff,
  IconCalculator,
  IconCertificate,
  IconFileImport,
  IconHistory,
  IconLayoutList,
  IconSend,
  IconSettings,
  IconSignature,
  IconTemplate,
} from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import type { WorkspaceView } from '../../../shared/record/views.ts'
import { type Route, routeAddress, type Screen, screens } from '../../data/route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import styles from './rail.module.css'

type Icon = ComponentType<{ size?: number; stroke?: number; 'aria-hidden'?: boolean }>

const icons: Readonly<Record<Screen, Icon>> = {
  register: IconLayoutList,
  quotations: IconCalculator,
  intake: IconFileImport,
  sign: IconSignature,
  outbox: IconSend,
  compare: IconArrowsDiff,
  variants: IconTemplate,
  approvals: IconCertificate,
  audit: IconHistory,
  settings: IconSettings,
}

/** What waits for somebody behind a screen; most screens hold no queue. */
function waitingBehind(screen: Screen, waiting: WorkspaceView['waiting']): number {
  if (screen === 'register' || screen === 'sign' || screen === 'outbox') return waiting[screen]
  return 0
}

export function Rail({ route }: { readonly route: Route }): ReactNode {
  const { t } = useWords()
  const { waiting } = useWorkspace()
  const active: Screen =
    route.screen === 'quotation' ? 'quotations' : 'id' in route ? 'register' : route.screen
  return (
    <nav className={styles.rail} aria-label={t('frame.navigation')}>
      <div className={styles.brand}>
        <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
          <rect width="32" height="32" rx="8" className={styles.brandGround} />
          <path d="M6 20V9h11v11M17 12h5l4 5v3M5.5 20.5h21" className={styles.brandLine} />
          <circle cx="11" cy="22" r="2.8" className={styles.brandWheel} />
          <circle cx="22" cy="22" r="2.8" className={styles.brandWheel} />
        </svg>
      </div>
      <ul className={styles.list}>
        {screens.map((screen) => {
          const ScreenIcon = icons[screen]
          const count = waitingBehind(screen, waiting)
          return (
            <li key={screen} className={screen === 'settings' ? styles.last : undefined}>
              <a
                href={routeAddress({ screen })}
                className={styles.link}
                aria-current={active === screen ? 'page' : undefined}
              >
                <span className={styles.icon}>
                  <ScreenIcon size={20} stroke={1.7} aria-hidden />
                  {count > 0 && (
                    <span className={styles.count} title={t('frame.waiting', { count })}>
                      {count > 999 ? '999+' : count}
                      <span className="hidden-text"> {t('frame.waiting', { count })}</span>
                    </span>
                  )}
                </span>
                <span className={styles.name}>{t(`screens.${screen}`)}</span>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
