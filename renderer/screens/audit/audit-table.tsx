import type { ReactNode } from 'react'
import type { AuditView } from '../../../shared/record/views.ts'
import { showInstant } from '../../language/date-text.ts'
import { useWords } from '../../language/words.ts'
import { auditText } from '../../parts/audit-text.ts'
import styles from './audit-screen.module.css'

export function AuditTable({ entries }: { readonly entries: readonly AuditView[] }): ReactNode {
  const { t, language } = useWords()
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{t('audit-screen.number')}</th>
          <th>{t('audit-screen.when')}</th>
          <th>{t('audit-screen.who')}</th>
          <th>{t('register.columns.vin')}</th>
          <th>{t('audit-screen.what')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.seq}>
            <td className={styles.number}>{entry.seq}</td>
            <td className={styles.time}>
              <time dateTime={entry.at}>{showInstant(entry.at, language)}</time>
            </td>
            <td className={styles.person}>{entry.person}</td>
            <td className={styles.vin}>{entry.vin}</td>
            <td>{auditText(entry, language, t)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
