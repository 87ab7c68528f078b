import type { ReactNode } from 'react'
import { fits } from '../../../shared/variants/body-loads.ts'
import { excludes, withRequired } from '../../../shared/variants/choose-options.ts'
import type { BodyOption } from '../../../shared/variants/definition.ts'
import { showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import styles from './body-choice.module.css'

interface Props {
  readonly options: readonly BodyOption[]
  readonly category: string
  readonly chosen: readonly string[]
  readonly onChosen: (chosen: readonly string[]) => void
}

/** Options with what they weigh; one that a chosen one excludes says so, one that needs another brings it along. */
export function OptionList({ options, category, chosen, onChosen }: Props): ReactNode {
  const { t, language } = useWords()
  const taken = options.filter(({ id }) => chosen.includes(id))
  const name = (id: string): string => options.find((option) => option.id === id)?.name ?? id
  const toggle = (id: string, on: boolean): void => {
    const ids = options.map((option) => option.id)
    // What it needs comes along; what needs it goes with it.
    const next = on
      ? ids.filter((one) => chosen.includes(one) || withRequired(options, id).has(one))
      : chosen.filter((one) => !withRequired(options, one).has(id))
    onChosen(next)
  }
  return (
    <fieldset className={styles.options}>
      <legend>{t('variants.options')}</legend>
      {options.map((option) => {
        const on = chosen.includes(option.id)
        const needed = [...withRequired(options, option.id)]
        const against = on
          ? undefined
          : taken.find((one) =>
              needed.some((id) =>
                excludes(
                  one,
                  options.find((each) => each.id === id),
                ),
              ),
            )
        const notes = [
          against && t('body.excluded-by', { name: against.name }),
          !fits(option, category) && t('body.not-for', { category }),
          option.requires.length > 0 && t('body.needs', { names: option.requires.map(name).join(', ') }),
        ].filter(Boolean)
        const kg = option.masses.reduce((sum, mass) => sum + mass.kg, 0)
        return (
          <label key={option.id} className={styles.option}>
            <input
              type="checkbox"
              checked={on}
              disabled={!on && (against !== undefined || !fits(option, category))}
              onChange={(event) => toggle(option.id, event.currentTarget.checked)}
            />
            <span className={styles.name}>{option.name}</span>
            <span className={styles.mass}>{kg > 0 && `+${showNumber(String(kg), language)} kg`}</span>
            {notes.length > 0 && <span className={styles.note}>{notes.join(' · ')}</span>}
          </label>
        )
      })}
    </fieldset>
  )
}
