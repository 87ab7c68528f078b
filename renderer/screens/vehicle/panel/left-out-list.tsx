import type { ReactNode } from 'react'
import { text } from '../../../../shared/messages.ts'
import type { LeftOut, LeftOutKind } from '../../../../shared/record/views.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { showValue } from '../../../fields/show-value.ts'
import { useWords } from '../../../language/words.ts'
import styles from './panel.module.css'

/** What of the earlier stages is no statement of ours, one ground after the other. */
export function LeftOutList({ leftOut }: { readonly leftOut: readonly LeftOut[] }): ReactNode {
  const { t, language } = useWords()
  const kinds = [...new Set(leftOut.map(({ kind }) => kind))]
  return kinds.map((kind: LeftOutKind) => {
    const values = leftOut.filter((each) => each.kind === kind)
    return (
      <details key={kind} className={styles.plain}>
        <summary className={styles.summary}>
          {t(kind === 'own-other-release' ? 'releases.left-out' : 'compare.left-out', {
            count: values.length,
          })}
          <span className={styles.faint}>{text(language, `left-out.${kind}`)}</span>
        </summary>
        <ul>
          {values.map(({ path, stage, value }) => (
            <li key={`${stage} ${path}`} className={styles.faint}>
              {fieldName(path, language)}: <s>{showValue(path, value, t, language)}</s>
            </li>
          ))}
        </ul>
      </details>
    )
  })
}
