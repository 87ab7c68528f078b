import type { ReactNode } from 'react'
import type { VariantRow } from '../../../shared/record/views.ts'
import type { Definition } from '../../../shared/variants/definition.ts'
import { routeAddress } from '../../data/route.ts'
import { showDay } from '../../language/date-text.ts'
import { useWords } from '../../language/words.ts'
import styles from './variants.module.css'

interface Props {
  readonly variants: readonly VariantRow[]
  readonly chosen: string | undefined
  /** A body that is not kept yet. */
  readonly begun: Definition | undefined
  readonly onChoose: () => void
}

export function VariantList({ variants, chosen, begun, onChoose }: Props): ReactNode {
  const { t } = useWords()
  return (
    <nav className={styles.list} aria-label={t('screens.variants')}>
      <ul>
        {begun && (
          <li>
            <span className={styles.entry} aria-current="true">
              <span className={styles.name}>{begun.name}</span>
              <span className={styles.note}>{t('variants.not-kept', { id: begun.id })}</span>
            </span>
          </li>
        )}
        {variants.map((variant) => (
          <li key={variant.id}>
            <a
              className={styles.entry}
              href={routeAddress({ screen: 'variants', variant: variant.id })}
              aria-current={(!begun && variant.id === chosen) || undefined}
              onClick={onChoose}
            >
              <span className={styles.name}>{variant.name}</span>
              <span className={styles.categories}>{variant.categories.join(' ')}</span>
              <span className={styles.note}>
                {[
                  `${variant.id} · ${t('variants.version', { version: variant.version })}`,
                  t('variants.used', { count: variant.vehicles.all }),
                ].join(' · ')}
              </span>
              {variant.approval && <span className={styles.note}>{variant.approval}</span>}
              {variant.inherits && (
                <span className={styles.note}>{t('variants.made-from', { id: variant.inherits })}</span>
              )}
              {!variant.holds && <span className={styles.lapsed}>{t('variants.not-today')}</span>}
              {variant.holds && variant.validUntil && <Until day={variant.validUntil} />}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Until({ day }: { readonly day: string }): ReactNode {
  const { t, language } = useWords()
  return <span className={styles.note}>{t('variants.until', { day: showDay(day, language) })}</span>
}
