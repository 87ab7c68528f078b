import { Button } from '@mantine/core'
import { IconCalculator, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { routeAddress } from '../../data/route.ts'
import { useCall } from '../../data/use-call.ts'
import { goTo } from '../../data/use-route.ts'
import { showInstant } from '../../language/date-text.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { forgetCopy } from './copied-form.ts'
import styles from './quotations.module.css'

/** Every quotation, the latest first: what was asked, for whom, and what became of it. */
export function QuotationsScreen(): ReactNode {
  const { t, language } = useWords()
  const list = useCall('quotation/list', {})
  const begin = (): void => {
    forgetCopy()
    goTo({ screen: 'quotation', id: undefined })
  }
  const button = (
    <Button size="xs" leftSection={<IconPlus size={15} stroke={1.8} />} onClick={begin}>
      {t('quotations.new')}
    </Button>
  )
  const rows = list.value ?? []
  return (
    <>
      <ScreenHeader title={t('quotations.title')} note={t('quotations.note')}>
        {button}
      </ScreenHeader>
      <Page wide>
        {list.problem && <ProblemMessage problem={list.problem} />}
        {list.value && rows.length === 0 && (
          <EmptyState
            icon={<IconCalculator size={24} stroke={1.6} />}
            heading={t('quotations.empty-title')}
            text={t('quotations.empty-text')}
          >
            {button}
          </EmptyState>
        )}
        {rows.length > 0 && (
          <table className={styles.list}>
            <thead>
              <tr>
                {(['name', 'customer', 'order', 'changed', 'by'] as const).map((column) => (
                  <th key={column} scope="col">
                    {t(`quotations.columns.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id, name, customer, person, updatedAt, order }) => (
                <tr key={id}>
                  <td>
                    <a className={styles.name} href={routeAddress({ screen: 'quotation', id })}>
                      {name}
                    </a>
                  </td>
                  <td>{customer}</td>
                  <td>
                    {order && (
                      <a href={routeAddress({ screen: 'vehicle', id: order.vehicleId })}>{order.vin}</a>
                    )}
                  </td>
                  <td className={styles.soft}>
                    <time dateTime={updatedAt}>{showInstant(updatedAt, language)}</time>
                  </td>
                  <td className={styles.soft}>{person}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Page>
    </>
  )
}
