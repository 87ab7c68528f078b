import type { ReactNode } from 'react'
import { isNamed } from '../../../../shared/releases/is-named.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import styles from './releases.module.css'

/** What a place is called; a name that was only split into its words is marked as such. */
export function PlaceName({ path }: { readonly path: string }): ReactNode {
  const { t, language } = useWords()
  const isKnown = isNamed(path, language)
  return (
    <span className={styles.place} title={path}>
      {fieldName(path, language)}
      {!isKnown && (
        <span className={styles.unsure} title={t('releases.unsure-note')}>
          {t('releases.unsure')}
        </span>
      )}
    </span>
  )
}
