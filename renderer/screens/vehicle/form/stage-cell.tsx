import type { ReactNode } from 'react'
import type { Language } from '../../../../shared/messages.ts'
import { showValue } from '../../../fields/show-value.ts'
import { useWords, type Words } from '../../../language/words.ts'
import { Breakable } from '../../../parts/breakable.tsx'
import type { StageValues } from '../stage-values.ts'
import styles from './form.module.css'
import type { TableLook } from './lines.ts'
import { rowsOf, rowsUnder } from './rows.ts'
import { cellsOf, placesOf, type Slot } from './slots.ts'

interface Props {
  readonly stage: StageValues
  readonly slots: readonly Slot[]
  /** The table whose rows stand side by side. */
  readonly table?: TableLook | undefined
  /** One row (instance path), for a line of its own. */
  readonly row?: string
}

/** What an earlier stage declared on this line; the values of a table's rows stand side by side. */
export function StageCell({ stage, slots, table, row }: Props): ReactNode {
  const { t, language } = useWords()
  const places = placesIn(stage, slots, table, row)
  const text = (short: boolean): string => {
    const values = places.map((paths) => showPlace(paths, stage, t, language, short))
    return values.every((value) => value === '') ? '' : values.map((value) => value || '–').join('\u00a0· ')
  }
  const shown = <Breakable text={text(true)} />
  const struck = places.flat().some((path) => stage.struck.has(path))
  return (
    <div
      className={styles.stage}
      title={[text(false), struck && t('form.struck')].filter(Boolean).join(' · ')}
    >
      {struck ? <s>{shown}</s> : shown}
    </div>
  )
}

/** For each value of the line its place, or with a range's ends its three places. */
function placesIn(
  stage: StageValues,
  slots: readonly Slot[],
  table: TableLook | undefined,
  row: string | undefined,
): readonly (readonly string[])[] {
  const place = row === undefined ? (table?.places.at(-1) ?? '') : row.replace(/\[\d+\]/g, '')
  const rows = row === undefined ? (table ? rowsIn(stage, table) : ['']) : [row]
  return rows.flatMap((one) => slots.map((slot) => placesOf(cellsOf(slot, one, place, () => 'single'))))
}

/** An earlier stage may have other rows than ours, also in a row around the table that we do not have. */
function rowsIn({ counts }: StageValues, { places, parent }: TableLook): readonly string[] {
  if (parent === undefined) return rowsOf(places, counts)
  return rowsUnder(parent + (places.at(-1) ?? '').slice((places.at(-2) ?? '').length), counts)
}

function showPlace(
  paths: readonly string[],
  { leaves }: StageValues,
  t: Words,
  language: Language,
  short: boolean,
): string {
  const [single = '', min = '', max = ''] = paths.map((path) =>
    showValue(path, leaves.get(path) ?? '', t, language, short),
  )
  const range = min || max ? `${min || '…'} – ${max || '…'}` : ''
  return [single, range].filter(Boolean).join(' ')
}
