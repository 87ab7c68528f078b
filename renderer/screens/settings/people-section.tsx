import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { PersonView } from '../../../shared/record/views.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ActAsDialog } from '../frame/act-as-dialog.tsx'
import { PersonDialog } from './person-dialog.tsx'
import styles from './settings.module.css'

/** The company's people, what each may do, and who acts now. */
export function PeopleSection(): ReactNode {
  const { t } = useWords()
  const { people, acting } = useWorkspace()
  const [edited, setEdited] = useState<PersonView | 'new'>()
  const [asked, setAsked] = useState<number>()
  return (
    <PageSection
      title={t('settings.people')}
      note={t('settings.people-note')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEdited('new')}
        >
          {t('settings.add-person')}
        </Button>
      }
    >
      <ul className={styles.list}>
        {people.map((person) => (
          <li key={person.id} className={styles.entry}>
            <span className={styles.name}>{person.name}</span>
            <span className={styles.note}>
              {person.roles.map((role) => t(`roles.${role}`)).join(', ')}
              {!person.hasPin && ` · ${t('settings.no-pin')}`}
            </span>
            {person.id === acting?.id ? (
              <span className={styles.acts}>{t('settings.acts-now')}</span>
            ) : (
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('settings.act-as', { name: person.name })}
                onClick={() => setAsked(person.id)}
              >
                {t('settings.act')}
              </Button>
            )}
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={t('settings.edit-person', { name: person.name })}
              onClick={() => setEdited(person)}
            >
              {t('settings.edit')}
            </Button>
          </li>
        ))}
      </ul>
      {edited && <PersonDialog person={edited} onClose={() => setEdited(undefined)} />}
      {asked !== undefined && <ActAsDialog personId={asked} onClose={() => setAsked(undefined)} />}
    </PageSection>
  )
}
