import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { PlacedMass } from '../../../shared/weights/loads.ts'
import { decimalMark, showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import styles from './variants.module.css'

interface Props {
  readonly label: string
  readonly masses: readonly PlacedMass[]
  /** Whose mass it is, where another body gives it. */
  readonly from?: (mass: PlacedMass) => string
  readonly counts: PlacedMass['counts']
  readonly onMasses: (masses: readonly PlacedMass[], removed?: PlacedMass) => void
}

/** Masses with their places; every cell can be typed into. */
export function MassesTable({ label, masses, from = () => '', counts, onMasses }: Props): ReactNode {
  const { t, language } = useWords()
  const mark = decimalMark(language)
  const change = (at: number, more: Partial<PlacedMass>): void =>
    onMasses(masses.map((one, index) => (index === at ? { ...one, ...more } : one)))
  const rows = masses.map((mass, at) => ({ mass, at }))
  const total = masses.reduce((sum, { kg }) => sum + kg, 0)
  return (
    <div className={styles.masses}>
      {masses.length > 0 && (
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th>{t('variants.mass')}</th>
              <th className={styles.figure}>kg</th>
              <th className={styles.figure}>{t('variants.place')}</th>
              <th>{t('variants.counts')}</th>
              <th>
                <span className="hidden-text">{t('variants.source')}</span>
              </th>
              <th>
                <span className="hidden-text">{t('variants.remove', { what: '' })}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ mass, at }) => (
              <tr key={at}>
                <td>
                  <TextInput
                    size="xs"
                    aria-label={`${t('variants.mass')} ${at + 1}`}
                    maxLength={150}
                    // Whose name changes is another mass; what is inherited keeps its own.
                    readOnly={from(mass) !== ''}
                    value={mass.name}
                    onChange={(event) => change(at, { name: event.currentTarget.value })}
                  />
                </td>
                <td className={styles.figure}>
                  <NumberInput
                    size="xs"
                    hideControls
                    decimalSeparator={mark}
                    aria-label={`kg ${mass.name}`}
                    value={mass.kg}
                    error={mass.kg <= 0}
                    onChange={(value) => change(at, { kg: Number(value) || 0 })}
                  />
                </td>
                <td className={styles.figure}>
                  <NumberInput
                    size="xs"
                    hideControls
                    decimalSeparator={mark}
                    aria-label={`${t('variants.place')} ${mass.name}`}
                    value={mass.x}
                    onChange={(value) => change(at, { x: Number(value) || 0 })}
                  />
                </td>
                <td>
                  <Select
                    size="xs"
                    allowDeselect={false}
                    aria-label={`${t('variants.counts')} ${mass.name}`}
                    data={(['standard', 'option'] as const).map((value) => ({
                      value,
                      label: t(`variants.count-in.${value}`),
                    }))}
                    value={mass.counts}
                    onChange={(value) => change(at, { counts: value === 'standard' ? 'standard' : 'option' })}
                  />
                </td>
                <td className={styles.author}>{from(mass)}</td>
                <td>
                  <ActionIcon
                    size={22}
                    variant="subtle"
                    color="gray"
                    aria-label={t('variants.remove', { what: mass.name })}
                    title={t('variants.remove', { what: mass.name })}
                    onClick={() =>
                      onMasses(
                        masses.filter((_, index) => index !== at),
                        mass,
                      )
                    }
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
          {masses.length > 1 && (
            <tfoot>
              <tr>
                <td>{t('variants.together')}</td>
                <td className={styles.total}>{showNumber(String(total), language)}</td>
                <td colSpan={4} />
              </tr>
            </tfoot>
          )}
        </table>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => onMasses([...masses, { name: t('variants.new-mass'), kg: 1, x: 0, counts }])}
      >
        {t('variants.add-mass')}
      </Button>
    </div>
  )
}
