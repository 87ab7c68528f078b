import { Fragment, type ReactNode } from 'react'
import { arrange, type ComparedBlock } from '../../../shared/compare/arrange.ts'
import type { ComparedValue } from '../../../shared/compare/comparison.ts'
import { numberDifference } from '../../../shared/compare/number-difference.ts'
import type { SideView } from '../../../shared/compare/views.ts'
import { onlyIn, rowsInWords, sectionInWords } from '../../../shared/compare/words.ts'
import { itemNumber, unitOf } from '../../../shared/ivi/facts.ts'
import { fieldEntry, fieldLabel } from '../../fields/field-facts.ts'
import { fieldKind } from '../../fields/field-kind.ts'
import { showValue } from '../../fields/show-value.ts'
import { showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { ItemHeads } from './item-heads.tsx'
import { sideName } from './side-name.ts'

interface Props {
  readonly values: readonly ComparedValue[]
  /** Equal values stand among them: those that differ are marked. */
  readonly all: boolean
  readonly left: SideView
  readonly right: SideView
  /** Without headings of sections. */
  readonly plain?: boolean
}

/** A line a value, both as people read them, by section and row of the certificate. */
export function ValueTable({ values, all, left, right, plain = false }: Props): ReactNode {
  const { t, language } = useWords()
  // Of two vehicles the VIN tells the columns apart, of two messages of one what they are.
  const isOne = left.vin === right.vin || !left.vin || !right.vin
  const nameOf = (view: SideView): string => (isOne ? sideName(view, t) : view.vin)
  const sections = arrange(values)
  return (
    <table className={styles.values}>
      <thead>
        <tr>
          <ItemHeads />
          <th scope="col">
            {t('compare-screen.left')} <span className={styles.soft}>{nameOf(left)}</span>
          </th>
          <th scope="col">
            {t('compare-screen.right')} <span className={styles.soft}>{nameOf(right)}</span>
          </th>
          <th scope="col" className={styles.number}>
            {t('compare-screen.difference')}
          </th>
        </tr>
      </thead>
      {sections.map(({ section, blocks }) => (
        <tbody key={section}>
          {!plain && (
            <tr className={styles.section}>
              <th colSpan={5} scope="rowgroup">
                {sectionInWords(section, language)}
              </th>
            </tr>
          )}
          {blocks.map((block) => (
            <Block key={block.values[0]?.leftPath ?? ''} block={block} all={all} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

function Block({ block, all }: { readonly block: ComparedBlock; readonly all: boolean }): ReactNode {
  const { t, language } = useWords()
  const alone = onlyIn(block.rows)
  return (
    <Fragment>
      {block.rows.length > 0 && (
        <tr className={styles.row}>
          <td />
          <th colSpan={4} scope="rowgroup">
            {rowsInWords(block.rows, language)}
            {alone && <span className={styles.alone}>{t(`compare-screen.only-${alone}`)}</span>}
          </th>
        </tr>
      )}
      {block.values.map((value) => (
        <Line
          key={`${value.leftPath} ${value.rightPath}`}
          value={value}
          marked={all && !value.same}
          inRow={block.rows.length > 0}
        />
      ))}
    </Fragment>
  )
}

interface LineProps {
  readonly value: ComparedValue
  readonly marked: boolean
  /** Stands below the row's name. */
  readonly inRow: boolean
}

function Line({ value, marked, inRow }: LineProps): ReactNode {
  const { t, language } = useWords()
  const { path, left, right, same } = value
  const type = fieldEntry(path)?.type
  const unit = unitOf(path)
  const isNumber = type !== undefined && fieldKind(type) === 'number'
  const difference = isNumber ? numberDifference(left, right) : undefined
  const said = (lexical: string | null): string => {
    if (lexical === null) return t('compare-screen.not-stated')
    const shown = showValue(path, lexical, t, language)
    return isNumber && unit ? `${shown} ${unit}` : shown
  }
  return (
    <tr data-differs={!same || undefined} data-in-row={inRow || undefined}>
      <td className={styles.item}>{itemNumber(path)}</td>
      <td>
        {fieldLabel(path, language)}
        {marked && <span className={styles.mark}>{t('compare-screen.differs')}</span>}
      </td>
      <td className={styles.said}>{said(left)}</td>
      <td className={styles.said}>{said(right)}</td>
      <td className={styles.number}>{difference && showNumber(difference, language)}</td>
    </tr>
  )
}
