import { IconAlertTriangle, IconRosetteDiscountCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { SideView } from '../../../shared/compare/views.ts'
import { routeAddress } from '../../data/route.ts'
import { showInstant } from '../../language/date-text.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { sideName } from './side-name.ts'

interface Props {
  readonly title: string
  readonly view: SideView
}

/** Which message stands on a side, and what it is worth. */
export function SideCard({ title, view }: Props): ReactNode {
  const { t, language } = useWords()
  const { present, valid, signer } = view.signature
  const state = present ? (valid ? 'valid' : 'invalid') : 'none'
  return (
    <section className={styles.card} aria-label={title}>
      <p className={styles.cardTitle}>
        <span className={styles.soft}>{title}</span>
        <strong className={styles.file}>{sideName(view, t)}</strong>
        {view.vehicle !== undefined && (
          <a className={styles.onScreen} href={routeAddress({ screen: 'vehicle', id: view.vehicle })}>
            {t('compare-screen.open-vehicle')}
          </a>
        )}
      </p>
      <dl className={styles.facts}>
        <dt>{t('compare-screen.columns.vin')}</dt>
        <dd>{view.vin || '–'}</dd>
        <dt>{t('compare-screen.reference')}</dt>
        <dd>
          {view.reference || '–'} · {t('compare-screen.version', { version: view.version || '–' })}
        </dd>
        <dt>{t('compare-screen.moment')}</dt>
        <dd>
          {view.dateTime ? showInstant(view.dateTime, language) : '–'} · IVI {view.release}
        </dd>
        <dt>{t('compare-screen.signature')}</dt>
        <dd className={styles.state} data-state={state}>
          {present &&
            (valid ? (
              <IconRosetteDiscountCheck size={15} aria-hidden />
            ) : (
              <IconAlertTriangle size={15} aria-hidden />
            ))}
          {[t(`compare-screen.signature-state.${state}`), signer].filter(Boolean).join(' · ')}
        </dd>
      </dl>
    </section>
  )
}
