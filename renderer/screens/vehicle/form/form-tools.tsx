import { ActionIcon, TextInput } from '@mantine/core'
import { IconLayoutSidebarRightCollapse, IconLayoutSidebarRightExpand, IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../../language/words.ts'
import styles from './form-tools.module.css'
import type { FormView } from './use-lines.ts'

interface Props {
  readonly view: FormView
  readonly onView: (view: FormView) => void
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly shown: number
  readonly total: number
  /** Whether the panel at the right is folded away. */
  readonly folded: boolean
  readonly onFold: () => void
}

const views = ['needed', 'all'] as const

/** What needs a look or everything, and a search by item number, label or element. */
export function FormTools(props: Props): ReactNode {
  const { view, onView, search, onSearch, shown, total, folded, onFold } = props
  const { t } = useWords()
  const foldLabel = t(folded ? 'panel.unfold' : 'panel.fold')
  return (
    <div className={styles.tools}>
      <fieldset className={styles.views} aria-label={t('form.view')}>
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className={styles.view}
            aria-pressed={view === each}
            onClick={() => {
              onSearch('')
              onView(each)
            }}
          >
            {t(`form.views.${each}`)}
          </button>
        ))}
      </fieldset>
      <span className={styles.count} aria-live="polite">
        {t('form.shown', { shown, total })}
      </span>
      <TextInput
        className={styles.search}
        size="xs"
        leftSection={<IconSearch size={14} />}
        aria-label={t('form.search')}
        placeholder={t('form.search')}
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={foldLabel}
        title={foldLabel}
        onClick={onFold}
      >
        {folded ? <IconLayoutSidebarRightExpand size={18} /> : <IconLayoutSidebarRightCollapse size={18} />}
      </ActionIcon>
    </div>
  )
}
