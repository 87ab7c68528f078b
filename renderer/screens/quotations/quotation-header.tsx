import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { QuotationView } from '../../../shared/weights/views.ts'
import { routeAddress } from '../../data/route.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import type { QuotationForm } from './quotation-form.ts'
import styles from './quotations.module.css'

interface Props {
  readonly form: QuotationForm
  readonly known: QuotationView | undefined
  readonly changed: boolean
  readonly busy: boolean
  readonly onSave: () => void
  readonly onDuplicate: () => void
  readonly onOrder: () => void
}

/** The quotation's name, whether it is saved, and what can be made of it. */
export function QuotationHeader({
  form,
  known,
  changed,
  busy,
  onSave,
  onDuplicate,
  onOrder,
}: Props): ReactNode {
  const { t } = useWords()
  const order = known?.order
  return (
    <ScreenHeader
      back={{ label: t('quotations.back'), onBack: () => goTo({ screen: 'quotations' }) }}
      title={form.name.trim() || t('quotations.new')}
      note={order ? '' : t(known && !changed ? 'quotations.saved' : 'quotations.unsaved')}
    >
      {order && (
        <a className={styles.order} href={routeAddress({ screen: 'vehicle', id: order.vehicleId })}>
          {t('quotations.became', { vin: order.vin })}
        </a>
      )}
      {known && (
        <Button size="xs" variant="default" leftSection={<IconCopy size={14} />} onClick={onDuplicate}>
          {t('quotations.duplicate')}
        </Button>
      )}
      {!order && (
        <>
          <Button
            size="xs"
            variant="default"
            disabled={form.name.trim() === '' || (known !== undefined && !changed)}
            loading={busy}
            onClick={onSave}
          >
            {t('quotations.save')}
          </Button>
          <Button
            size="xs"
            disabled={!known || changed}
            title={known && !changed ? undefined : t('quotations.save-first')}
            onClick={onOrder}
          >
            {t('quotations.to-order')}
          </Button>
        </>
      )}
    </ScreenHeader>
  )
}
