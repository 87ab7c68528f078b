import { ActionIcon, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconChevronDown, IconMoon, IconSearch, IconSun, IconUser } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { ActAsDialog } from './act-as-dialog.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Palette } from './palette.tsx'
import styles from './top-bar.module.css'

const isMac = navigator.platform.startsWith('Mac')

/** Search over everything, who acts, language and light or dark. */
export function TopBar(): ReactNode {
  const { t } = useWords()
  const [searching, setSearching] = useState(false)
  useHotkeys([['mod+K', () => setSearching(true)]], [])
  return (
    <header className={styles.bar}>
      <UnstyledButton className={styles.search} onClick={() => setSearching(true)} aria-haspopup="dialog">
        <IconSearch size={15} stroke={1.8} aria-hidden />
        <span className={styles.prompt}>{t('frame.search')}</span>
        <kbd className={styles.key}>{isMac ? '⌘ K' : t('frame.search-key')}</kbd>
      </UnstyledButton>
      <div className={styles.right}>
        <ActingPerson />
        <LanguageSwitch />
        <SchemeSwitch />
      </div>
      {searching && <Palette onClose={() => setSearching(false)} />}
    </header>
  )
}

function ActingPerson(): ReactNode {
  const { t } = useWords()
  const { acting, people } = useWorkspace()
  const [asked, setAsked] = useState<number>()
  return (
    <>
      <Menu position="bottom-end" width={240} withinPortal>
        <Menu.Target>
          <UnstyledButton
            className={styles.person}
            aria-label={t('frame.acting-menu', { name: acting?.name ?? '' })}
          >
            <IconUser size={16} stroke={1.8} aria-hidden />
            <span className={styles.personName}>{acting?.name ?? t('frame.nobody')}</span>
            <IconChevronDown size={14} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t('frame.who-acts')}</Menu.Label>
          {people.map((person) => (
            <Menu.Item
              key={person.id}
              onClick={() => setAsked(person.id)}
              aria-current={person.id === acting?.id || undefined}
            >
              <span className={styles.choice}>{person.name}</span>
              <span className={styles.roles}>
                {person.roles.map((role) => t(`roles.${role}`)).join(', ')}
              </span>
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {asked !== undefined && <ActAsDialog personId={asked} onClose={() => setAsked(undefined)} />}
    </>
  )
}

function SchemeSwitch(): ReactNode {
  const { t } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const dark =
    colorScheme === 'dark' ||
    (colorScheme === 'auto' && window.matchMedia('(prefers-color-scheme: dark)').matches)
  const label = t(dark ? 'frame.to-light' : 'frame.to-dark')
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={32}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={17} stroke={1.8} /> : <IconMoon size={17} stroke={1.8} />}
    </ActionIcon>
  )
}
