import { IconAlertTriangle, IconCircleCheck, IconFileCertificate, IconId } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { KeyView } from '../../../shared/record/views.ts'
import { holderOf } from '../../../shared/values/holder-name.ts'
import { showDay } from '../../language/date-text.ts'
import { asSentence, problemWords, useWords } from '../../language/words.ts'
import styles from './key-card.module.css'

interface Props {
  readonly view: KeyView
  readonly chosen: boolean
  readonly onChoose: () => void
}

/** A key as a card: whose it is, who vouches for it, until when, and whether IVI takes it. */
export function KeyCard({ view, chosen, onChoose }: Props): ReactNode {
  const { t, language } = useWords()
  const fit = view.unfit.length === 0
  // A key file says nothing of itself before its password is known.
  const closed = view.subject === ''
  const Icon = view.kind === 'p12' ? IconFileCertificate : IconId
  return (
    <label className={styles.card} data-chosen={chosen || undefined} data-unfit={!fit || undefined}>
      <input
        type="radio"
        name="key"
        className={styles.radio}
        checked={chosen}
        disabled={!fit}
        onChange={onChoose}
      />
      <Icon size={26} stroke={1.5} className={styles.icon} aria-hidden />
      <span className={styles.text}>
        <span className={styles.subject} title={view.subject}>
          {closed ? view.token : holderOf(view.subject)}
        </span>
        {closed ? (
          fit && <span className={styles.faint}>{t('sign.closed-key')}</span>
        ) : (
          <>
            <span className={styles.faint}>
              {[t(`sign.purpose.${view.purpose}`), view.token, view.reader].filter(Boolean).join(' · ')}
            </span>
            <span className={styles.faint} title={view.issuer}>
              {t('sign.issuer', {
                issuer: holderOf(view.issuer),
                until: showDay(view.notAfter.slice(0, 10), language),
              })}
            </span>
          </>
        )}
        {fit && !closed && (
          <span className={styles.good}>
            <IconCircleCheck size={15} aria-hidden />
            {t('sign.fit', { algorithm: view.algorithm })}
          </span>
        )}
        {view.unfit.map((problem) => {
          const words = problemWords(language, problem)
          return (
            <span key={problem.code} className={styles.bad}>
              <IconAlertTriangle size={15} aria-hidden />
              <span>
                <strong>{asSentence(words.heading)}</strong> {words.next}
              </span>
            </span>
          )
        })}
        {view.pinState !== 'ok' && view.pinState !== 'unknown' && (
          <span className={styles.warn}>
            <IconAlertTriangle size={15} aria-hidden />
            {t(`sign.pin-state.${view.pinState}`)}
          </span>
        )}
      </span>
    </label>
  )
}
