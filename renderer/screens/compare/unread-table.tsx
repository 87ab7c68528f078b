import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CompareRun } from '../../../shared/compare/views.ts'
import { fieldLabel } from '../../fields/field-facts.ts'
import { problemWords, useWords } from '../../language/words.ts'
import { placeText } from '../../parts/problem-message.tsx'
import styles from './compare.module.css'
import { ShowMore } from './show-more.tsx'
import { usePortion } from './use-portion.ts'

interface Props {
  readonly problems: CompareRun['problems']
  readonly all?: boolean
}

/** A damaged folder must not push what was compared out of sight. */
const portion = 4

/** Messages that could not be read: which, why, and what to do. */
export function UnreadTable({ problems, all = false }: Props): ReactNode {
  const { t, language } = useWords()
  const { shown, next } = usePortion(problems, portion, all)
  return (
    <>
      <table className={`${styles.table} ${styles.unread}`}>
        <tbody>
          {shown.map(({ side, problem }) => {
            const words = problemWords(language, problem)
            const place = placeText(problem.where ?? {}, t, (path) => fieldLabel(path, language))
            return (
              <tr key={`${side} ${problem.code} ${place}`}>
                <td>
                  <IconAlertTriangle size={16} stroke={1.8} aria-hidden className={styles.warning} />
                </td>
                <th scope="row">
                  {place} <span className={styles.soft}>({t(`compare-screen.${side}`)})</span>
                </th>
                <td>
                  <strong>{words.heading}</strong>
                  {words.explanation && <p>{words.explanation}</p>}
                  {words.next && <p className={styles.soft}>{words.next}</p>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <ShowMore {...next} />
    </>
  )
}
