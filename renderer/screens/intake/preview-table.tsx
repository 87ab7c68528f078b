import { Tooltip } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Language } from '../../../shared/messages.ts'
import type { IntakePreview } from '../../../shared/record/intake-views.ts'
import { fieldName } from '../../fields/field-facts.ts'
import { problemWords, useWords, type Words } from '../../language/words.ts'
import styles from './preview-table.module.css'

/** Targets of a profile that are no field of the message. */
const own: ReadonlySet<string> = new Set(['vin', 'order', 'variant', 'options', 'nap'])

/** Where a column goes, in words. */
function targetText(target: string, t: Words, language: Language): string {
  if (target === '') return t('intake.unmapped')
  if (own.has(target)) return t(`intake.targets.${target}`)
  const measured = target.startsWith('measured:')
  const path = measured ? target.slice('measured:'.length) : target
  const label = fieldName(path, language)
  return measured ? t('intake.measured', { label }) : label
}

/** Column letters, headers, targets and the first rows; a cell that cannot be read says why. */
export function PreviewTable({ preview }: { readonly preview: IntakePreview }): ReactNode {
  const { t, language } = useWords()
  return (
    // A table that scrolls is reached by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t('intake.preview')}>
      <table className={styles.table}>
        <thead>
          <tr className={styles.targets}>
            <th scope="col" className={styles.rowNumber}>
              <span className="hidden-text">{t('intake.row')}</span>
            </th>
            {preview.columns.map(({ letter, header, target }) => (
              <th key={letter} scope="col" data-mapped={target !== '' || undefined}>
                <span className={styles.letter}>{letter}</span>
                <span className={styles.header}>{header}</span>
                <span className={styles.target}>
                  <IconArrowDown size={12} aria-hidden />
                  {targetText(target, t, language)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.map(({ row, cells, problems }) => (
            <tr key={row}>
              <th scope="row" className={styles.rowNumber}>
                {row}
              </th>
              {preview.columns.map(({ letter, target }, at) => {
                const problem = problems[letter]
                const text = cells[at] ?? ''
                if (!problem) {
                  return (
                    <td key={letter} data-mapped={target !== '' || undefined}>
                      {text}
                    </td>
                  )
                }
                const words = problemWords(language, problem)
                return (
                  <td key={letter} className={styles.wrong} data-mapped>
                    <Tooltip
                      label={`${words.explanation} ${words.next}`}
                      multiline
                      w={320}
                      events={{ hover: true, focus: true, touch: true }}
                    >
                      <button type="button" className={styles.cell}>
                        {text || t('intake.empty-cell')}
                        <span className={styles.reason}>{words.heading}</span>
                      </button>
                    </Tooltip>
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
