import { IconUser } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ActAsDialog } from './act-as-dialog.tsx'
import { useActAs } from './use-act-as.ts'
import styles from './who-works.module.css'

/** Asked once when the window opens and nobody acts yet; looking around needs no name. */
export function WhoWorks(): ReactNode {
  const { t } = useWords()
  const { acting, people } = useWorkspace()
  const [closed, setClosed] = useState(false)
  const [asked, setAsked] = useState<number>()
  const act = useActAs()
  if (acting || closed || people.length === 0) return null
  if (asked !== undefined) return <ActAsDialog personId={asked} onClose={() => setAsked(undefined)} />
  return (
    <Dialog title={t('frame.who-works')} onClose={() => setClosed(true)} size={420}>
      <p>{t('frame.who-works-text')}</p>
      <ul className={styles.people}>
        {people.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              className={styles.person}
              onClick={() => (person.hasPin ? setAsked(person.id) : void act.run(person.id, ''))}
            >
              <IconUser size={20} stroke={1.6} aria-hidden />
              <span>
                <span className={styles.name}>{person.name}</span>
                <span className={styles.roles}>
                  {person.roles.map((role) => t(`roles.${role}`)).join(', ')}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {act.problem && <ProblemMessage problem={act.problem} compact />}
    </Dialog>
  )
}
