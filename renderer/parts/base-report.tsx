import { IconAlertTriangle, IconCircleCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Output } from '../../shared/ipc-contract.ts'
import { problemWords, useWords } from '../language/words.ts'
import styles from './base-report.module.css'

type Item = Output<'base/add'>[number]

/** Each base file with the stage that it brought, or why it was refused. */
export function BaseReport({ items }: { readonly items: readonly Item[] }): ReactNode {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <BaseItem key={item.file} item={item} />
      ))}
    </ul>
  )
}

function BaseItem({ item }: { readonly item: Item }): ReactNode {
  const { t, language } = useWords()
  const { stage } = item
  const words = item.problem && problemWords(language, item.problem)
  const doubtful = stage !== undefined && (!stage.schemaValid || !stage.signature.valid)
  return (
    <li className={styles.item}>
      {words || doubtful ? (
        <IconAlertTriangle size={17} className={words ? styles.bad : styles.warn} aria-hidden />
      ) : (
        <IconCircleCheckFilled size={17} className={styles.good} aria-hidden />
      )}
      <div className={styles.text}>
        <p className={styles.file}>{item.file}</p>
        {stage && (
          <p>
            {[item.vin, t('form.stage', { number: stage.stageNumber }), stage.manufacturer, stage.approval]
              .filter(Boolean)
              .join(' · ')}
          </p>
        )}
        {stage && <p>{t(stage.signature.valid ? 'stages.signature-valid' : 'stages.signature-invalid')}</p>}
        {words && (
          <p>
            <strong>{words.heading}</strong> {words.explanation} {words.next}
          </p>
        )}
      </div>
    </li>
  )
}
