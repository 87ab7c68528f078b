import type { ReactNode } from 'react'
import { wordingOf } from '../../../../shared/ivi/facts.ts'
import { schemaPath } from '../../../../shared/ivi/path.ts'
import { fieldName, groups } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import styles from './releases.module.css'

/** What a place is called; a name that was only split into its words is marked as such. */
export function PlaceName({ path }: { readonly path: string }): ReactNode {
  const { t, language } = useWords()
  const place = schemaPath(path)
  const isKnown =
    wordingOf(path, language) !== undefined || [...groups.keys()].some((one) => one.startsWith(place))
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
