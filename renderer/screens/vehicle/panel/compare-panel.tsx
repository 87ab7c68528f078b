import { Button } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import type { DriftItem, VehicleDetail } from '../../../../shared/record/views.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { showInstant } from '../../../language/date-text.ts'
import { showNumber } from '../../../language/number-text.ts'
import { useWords } from '../../../language/words.ts'
import { EmptyState } from '../../../parts/empty-state.tsx'
import { WeighingDialog } from '../weighing-dialog.tsx'
import { CompareLinks } from './compare-links.tsx'
import { LeftOutList } from './left-out-list.tsx'
import styles from './panel.module.css'
import { SignOffDialog } from './sign-off-dialog.tsx'

interface Props {
  readonly detail: VehicleDetail
  readonly onField: (path: string) => void
}

/** Ours against the earlier stage, the weighing and the variant; what exceeds its tolerance asks for a sign-off. */
export function ComparePanel({ detail, onField }: Props): ReactNode {
  const { t } = useWords()
  const [asked, setAsked] = useState<DriftItem>()
  const [weighing, setWeighing] = useState(false)
  const items = detail.drift.toSorted((left, right) => Number(right.exceeded) - Number(left.exceeded))
  const leftOut = detail.leftOut ?? []
  const weigh = detail.editable && (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<IconScale size={15} stroke={1.7} />}
      onClick={() => setWeighing(true)}
    >
      {t('weighing.title')}
    </Button>
  )
  const dialog = weighing && <WeighingDialog detail={detail} onClose={() => setWeighing(false)} />
  if (items.length === 0 && leftOut.length === 0) {
    return (
      <EmptyState
        icon={<IconScale size={24} stroke={1.6} />}
        heading={t('compare.none')}
        text={t('compare.none-text')}
      >
        <CompareLinks detail={detail} />
        {weigh}
        {dialog}
      </EmptyState>
    )
  }
  return (
    <>
      <div className={`${styles.plain} ${styles.buttons}`}>
        <CompareLinks detail={detail} />
        {weigh}
      </div>
      {dialog}
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={`${item.path} ${item.against}`} className={styles.plain}>
            <DriftView item={item} onField={onField} />
            {item.exceeded && !item.signOff && detail.editable && (
              <Button size="compact-sm" mt={8} onClick={() => setAsked(item)}>
                {t('compare.sign-off')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && <LeftOutList leftOut={leftOut} />}
      {asked && <SignOffDialog id={detail.row.id} item={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

interface ItemProps {
  readonly item: DriftItem
  readonly onField: (path: string) => void
}

function DriftView({ item, onField }: ItemProps): ReactNode {
  const { t, language } = useWords()
  const unit = unitOf(item.path)
  const number = (value: string): string => `${showNumber(value, language)} ${unit}`.trim()
  const state = !item.exceeded ? 'within' : item.signOff ? 'signed-off' : 'exceeded'
  return (
    <>
      <button type="button" className={styles.link} onClick={() => onField(item.path)}>
        {fieldName(item.path, language)}
      </button>
      <dl className={styles.figures}>
        <dt>{t(`compare.against.${item.against}`)}</dt>
        <dd>{number(item.expected)}</dd>
        <dt>{t('compare.ours')}</dt>
        <dd>{number(item.actual)}</dd>
        <dt className={state === 'exceeded' ? styles.bad : state === 'within' ? styles.good : undefined}>
          {t(state === 'within' && item.tolerancePercent === '0' ? 'compare.allowed' : `compare.${state}`)}
        </dt>
        <dd>
          {t(item.tolerancePercent === '0' ? 'compare.difference' : 'compare.percent', {
            difference: showNumber(item.differencePercent, language),
            tolerance: showNumber(item.tolerancePercent, language),
          })}
        </dd>
      </dl>
      {item.signOff && (
        <p className={styles.faint}>
          {t('compare.by', { person: item.signOff.person, at: showInstant(item.signOff.at, language) })}{' '}
          {item.signOff.reason}
        </p>
      )}
    </>
  )
}
