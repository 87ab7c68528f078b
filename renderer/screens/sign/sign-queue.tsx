import { Button, Checkbox } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { pageSize, type usePages } from '../../data/use-pages.ts'
import { useWords } from '../../language/words.ts'
import { Counts } from '../../parts/counts.tsx'
import { PageSection } from '../../parts/page.tsx'
import { Pager } from '../../parts/pager.tsx'
import { ReadDialog } from './read-dialog.tsx'
import styles from './sign-queue.module.css'

interface Props {
  readonly pages: ReturnType<typeof usePages>
  /** Every certificate of the queue, in sight or not. */
  readonly ids: readonly number[]
  /** Those that are left out this time. */
  readonly left: ReadonlySet<number>
  readonly onLeft: (left: ReadonlySet<number>) => void
}

/** The checked certificates; each can be read before it is signed. */
export function SignQueue({ pages, ids, left, onLeft }: Props): ReactNode {
  const { t } = useWords()
  const [reading, setReading] = useState<number>()
  const toggle = (id: number): void => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    onLeft(next)
  }
  const rows = pages.value?.rows ?? []
  const out = ids.filter((id) => left.has(id)).length
  return (
    <PageSection title={t('sign.queue')}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th className={styles.box}>
              <Checkbox
                size="xs"
                aria-label={t('sign.take-all')}
                checked={out === 0}
                indeterminate={out > 0 && out < ids.length}
                onChange={() => onLeft(out === 0 ? new Set(ids) : new Set())}
              />
            </th>
            <th>{t('register.columns.vin')}</th>
            <th>{t('register.columns.order')}</th>
            <th>{t('register.columns.category')}</th>
            <th>{t('register.columns.variant')}</th>
            <th>{t('register.columns.findings')}</th>
            <th>
              <span className="hidden-text">{t('sign.read')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className={styles.box}>
                <Checkbox
                  size="xs"
                  aria-label={t('sign.take', { vin: row.vin })}
                  checked={!left.has(row.id)}
                  onChange={() => toggle(row.id)}
                />
              </td>
              <td className={styles.vin}>{row.vin}</td>
              <td>{row.order}</td>
              <td>{row.category}</td>
              <td>{row.variantName}</td>
              <td>
                <Counts counts={row.findings} />
              </td>
              <td className={styles.read}>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  leftSection={<IconEye size={14} />}
                  aria-label={t('sign.read-one', { vin: row.vin })}
                  onClick={() => setReading(row.id)}
                >
                  {t('sign.read')}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager {...pages} size={pageSize} />
      {reading !== undefined && <ReadDialog id={reading} onClose={() => setReading(undefined)} />}
    </PageSection>
  )
}
