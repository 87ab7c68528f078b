import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { NapView } from '../../../shared/record/views.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { NapDialog } from './nap-dialog.tsx'
import styles from './settings.module.css'

/** The access points that this workspace reaches. */
export function NapSection(): ReactNode {
  const { t } = useWords()
  const { naps } = useWorkspace()
  const [edited, setEdited] = useState<NapView | 'new'>()
  return (
    <PageSection
      title={t('settings.naps')}
      note={t('settings.naps-note')}
      actions={
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => setEdited('new')}
        >
          {t('settings.add-nap')}
        </Button>
      }
    >
      {naps.length === 0 && <p className={styles.note}>{t('settings.none')}</p>}
      {naps.length > 0 && (
        <ul className={styles.list}>
          {naps.map((nap) => (
            <li key={nap.id} className={styles.entry}>
              <span className={styles.name}>{nap.name}</span>
              <span className={styles.note}>{nap.endpoint}</span>
              <Button
                size="compact-xs"
                variant="subtle"
                aria-label={t('settings.edit-person', { name: nap.name })}
                onClick={() => setEdited(nap)}
              >
                {t('settings.edit')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {edited && <NapDialog nap={edited} onClose={() => setEdited(undefined)} />}
    </PageSection>
  )
}
