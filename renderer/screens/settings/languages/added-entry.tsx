import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { AddedView } from '../../../../shared/language/channels.ts'
import { isRightToLeft } from '../../../../shared/language/languages.ts'
import { showNumber } from '../../../language/number-text.ts'
import { useWords } from '../../../language/words.ts'
import styles from '../settings.module.css'

interface Props {
  readonly view: AddedView
  readonly onRemove: () => void
}

const placesNamed = 6

/** An added language: how much of it there is, and what of its file is passed over. */
export function AddedEntry({ view, onRemove }: Props): ReactNode {
  const { t, language } = useWords()
  const { name, own, total, base, unknown, unfit, language: tag } = view
  const said = { own: showNumber(String(own), language), total: showNumber(String(total), language) }
  const places = unknown.slice(0, placesNamed).join(', ') + (unknown.length > placesNamed ? ', …' : '')
  const notes = [
    t(`added-languages.coverage-${base}`, said),
    isRightToLeft(tag) && t('added-languages.right-to-left'),
    unknown.length > 0 && t('added-languages.unknown', { tag, number: unknown.length, places }),
    unfit > 0 && t('added-languages.unfit', { tag, number: unfit }),
  ].filter((note) => note !== false)
  return (
    <li className={styles.entry}>
      <span className={styles.name} lang={tag}>
        {name}
      </span>
      <span className={styles.note}>
        {notes.map((note) => (
          <span key={note} className={styles.noteLine}>
            {note}
          </span>
        ))}
      </span>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={t('added-languages.remove', { name })}
        title={t('added-languages.remove', { name })}
        onClick={onRemove}
      >
        <IconTrash size={16} stroke={1.8} />
      </ActionIcon>
    </li>
  )
}
