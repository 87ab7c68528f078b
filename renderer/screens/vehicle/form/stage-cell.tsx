import type { ReactNode } from 'react'
import { showValue } from '../../../fields/show-value.ts'
import { useWords } from '../../../language/words.ts'
import type { StageValues } from '../stage-values.ts'
import styles from './form.module.css'
import { rowsOf } from './rows.ts'

interface Props {
  readonly stage: StageValues
  readonly cells: readonly string[]
}

/** What an earlier stage declared at these places; a table's values stand side by side. */
export function StageCell({ stage, cells }: Props): ReactNode {
  const { t, language } = useWords()
  const text = (short: boolean): string => {
    const shown = cells.map((path) => showValue(path, stage.leaves.get(path) ?? '', t, language, short))
    return shown.every((value) => value === '') ? '' : shown.map((value) => value || '–').join('\u00a0· ')
  }
  const struck = cells.some((path) => stage.struck.has(path))
  return (
    <div
      className={styles.stage}
      title={[text(false), struck && t('form.struck')].filter(Boolean).join(' · ')}
    >
      {struck ? <s>{text(true)}</s> : text(true)}
    </div>
  )
}

/** The places of a field in an earlier stage, which may have other rows than ours. */
export function stageCells(
  stage: StageValues,
  field: string,
  places: readonly string[],
  ours: readonly string[],
): readonly string[] {
  const place = places.at(-1)
  if (place === undefined) return ours
  return rowsOf(places, stage.counts).map((row) => row + field.slice(place.length))
}
