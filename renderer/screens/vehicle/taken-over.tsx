import type { ReactNode } from 'react'
import { unitOf } from '../../../shared/ivi/facts.ts'
import type { Finding } from '../../../shared/rules/finding.ts'
import { fieldName } from '../../fields/field-facts.ts'
import { showValue } from '../../fields/show-value.ts'
import { useWords } from '../../language/words.ts'
import styles from './taken-over.module.css'

/** What a base that was corrected since touches: these values the correction takes from it. */
export function correctedValues(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ code }) => code === 'base-corrected')
}

interface Props {
  readonly findings: readonly Finding[]
}

export function TakenOver({ findings }: Props): ReactNode {
  const { t, language } = useWords()
  const said = (path: string, value: string | number | undefined): string => {
    const text = String(value ?? '–')
    return [showValue(path, text, t, language), unitOf(path)].filter(Boolean).join(' ')
  }
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{t('correction.taken-over', { count: findings.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('form.field')}</th>
          <th scope="col">{t('correction.before')}</th>
          <th scope="col">{t('correction.after')}</th>
        </tr>
      </thead>
      <tbody>
        {findings.map(({ path, args }) => (
          <tr key={path}>
            <td>{fieldName(path, language)}</td>
            <td>{said(path, args.before)}</td>
            <td>
              <strong>{said(path, args.after)}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
