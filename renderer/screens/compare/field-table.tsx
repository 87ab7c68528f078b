import { type ReactNode, useState } from 'react'
import type { FieldCount } from '../../../shared/compare/views.ts'
import { itemNumber } from '../../../shared/ivi/facts.ts'
import { fieldLabel } from '../../fields/field-facts.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { ItemHeads } from './item-heads.tsx'
import { ShowMore } from './show-more.tsx'

interface Props {
  readonly fields: readonly FieldCount[]
  readonly pairs: number
  readonly chosen: string | undefined
  /** Absent on paper. */
  readonly onField: ((path: string) => void) | undefined
}

const firstFields = 12

/** `13 Mass in running order — differs in 12 of 40`, the most frequent first. */
export function FieldTable({ fields, pairs, chosen, onField }: Props): ReactNode {
  const { t, language } = useWords()
  const [all, setAll] = useState(false)
  // The pairs below stay in sight; a field that was chosen does too.
  const chosenAt = fields.findIndex(({ path }) => path === chosen)
  const shown = all || !onField ? fields : fields.slice(0, Math.max(firstFields, chosenAt + 1))
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <ItemHeads />
            <th scope="col">{t('compare-screen.differs-in')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ path, pairs: inPairs }) => (
            <tr key={path} data-chosen={path === chosen || undefined}>
              <td className={styles.item}>{itemNumber(path)}</td>
              <td>
                {onField ? (
                  <button
                    type="button"
                    className={styles.link}
                    aria-pressed={path === chosen}
                    onClick={() => onField(path)}
                  >
                    {fieldLabel(path, language)}
                  </button>
                ) : (
                  fieldLabel(path, language)
                )}
              </td>
              <td>
                <span className={styles.share}>
                  <span className={styles.bar} aria-hidden>
                    <span
                      className={styles.filled}
                      style={{ width: `${(100 * inPairs.length) / Math.max(pairs, 1)}%` }}
                    />
                  </span>
                  {t('compare-screen.of', { differs: inPairs.length, pairs })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ShowMore count={fields.length - shown.length} onMore={() => setAll(true)} />
    </>
  )
}
