import { NumberInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { authorKey } from '../../../shared/variants/variant.ts'
import type { Loads, PlacedMass } from '../../../shared/weights/loads.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { noLoads, withLoads, withoutInherited } from './draft-variant.ts'
import { MassesTable } from './masses-table.tsx'
import type { PartProps } from './variant-head.tsx'
import styles from './variants.module.css'

/** What the body weighs and where, and where people and goods will be; by category where it differs. */
export function LoadsSection({ draft, variant, onDraft }: PartProps): ReactNode {
  const { t } = useWords()
  const special = Object.entries(variant.loadsByCategory ?? {})
  const free = variant.categories.filter((one) => !special.some(([category]) => category === one))
  const part = (category: string, loads: Loads): ReactNode => (
    <LoadsOf
      key={category}
      category={category}
      loads={loads}
      own={(category === '' ? draft.loads : draft.loadsByCategory?.[category]) ?? noLoads}
      from={(mass) => {
        const author = variant.authors?.[authorKey.mass(mass.name, category)]
        return author ? t('variants.from', { ...author }) : ''
      }}
      onLoads={(next) => onDraft(withLoads(draft, category, next))}
      onWithout={(mass) => onDraft(withoutInherited(draft, mass.name))}
    />
  )
  return (
    <PageSection title={t('variants.loads')} note={t('variants.loads-note')}>
      {(variant.loads || free.length > 0) && part('', variant.loads ?? noLoads)}
      {special.map(([category, loads]) => part(category, loads))}
      {variant.categories.length > 1 && free.length > 0 && (
        <p className={styles.note}>
          {t('variants.other-loads')}
          {free.map((category) => (
            <button
              key={category}
              type="button"
              className={styles.textButton}
              onClick={() => onDraft(withLoads(draft, category, variant.loads ?? noLoads))}
            >
              {category}
            </button>
          ))}
        </p>
      )}
    </PageSection>
  )
}

interface Props {
  readonly category: string
  readonly loads: Loads
  /** What this body says itself; what it inherits is changed by saying it anew. */
  readonly own: Loads
  readonly from: (mass: PlacedMass) => string
  readonly onLoads: (loads: Loads) => void
  readonly onWithout: (mass: PlacedMass) => void
}

function LoadsOf({ category, loads, own, from, onLoads, onWithout }: Props): ReactNode {
  const { t } = useWords()
  const [seat] = loads.seats
  const changeMasses = (masses: readonly PlacedMass[], removed?: PlacedMass): void => {
    if (removed && from(removed)) onWithout(removed)
    else onLoads({ ...own, masses: masses.filter((mass) => !from(mass) || !loads.masses.includes(mass)) })
  }
  const seats = (more: Partial<{ count: number; x: number }>): void => {
    const next = { count: seat?.count ?? 1, x: seat?.x ?? 0, ...more }
    onLoads({ ...own, seats: next.count > 0 ? [next, ...loads.seats.slice(1)] : loads.seats.slice(1) })
  }
  const payload = (more: Partial<{ from: number; to: number }>): void => {
    const next = { from: loads.payload?.from ?? 0, to: loads.payload?.to ?? 1000, ...more }
    onLoads({ ...own, payload: next })
  }
  const figure = (key: string, value: number | undefined, onValue: (value: number) => void): ReactNode => (
    <NumberInput
      size="xs"
      w={150}
      hideControls
      label={t(`variants.${key}`)}
      value={value ?? ''}
      onChange={(typed) => typeof typed === 'number' && onValue(typed)}
    />
  )
  return (
    <div className={styles.group}>
      {category !== '' && <h3 className={styles.groupTitle}>{t('variants.for-category', { category })}</h3>}
      <MassesTable
        label={`${t('variants.masses')} ${category}`.trim()}
        masses={loads.masses}
        counts="standard"
        from={from}
        onMasses={changeMasses}
      />
      <div className={styles.figures}>
        {figure('passengers', seat?.count, (count) => seats({ count }))}
        {figure('seat-place', seat?.x, (x) => seats({ x }))}
        {figure('payload-from', loads.payload?.from, (from) => payload({ from }))}
        {figure('payload-to', loads.payload?.to, (to) => payload({ to }))}
        {figure('coupling-place', loads.coupling?.x, (x) => onLoads({ ...own, coupling: { x } }))}
      </div>
    </div>
  )
}
