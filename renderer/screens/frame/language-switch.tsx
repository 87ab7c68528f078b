import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown, IconLanguage } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Language, languages } from '../../../shared/language/languages.ts'
import { languageName } from '../../language/language-name.ts'
import { useSpeak } from '../../language/use-speak.ts'
import { useWords } from '../../language/words.ts'
import styles from './top-bar.module.css'

/** Two languages stand side by side, more in a menu. */
export function LanguageSwitch(): ReactNode {
  const { t, language } = useWords()
  const speak = useSpeak()
  const spoken = languages()
  if (spoken.length > 2) return <LanguageMenu spoken={spoken} />
  return (
    <fieldset className={styles.languages}>
      <legend className="hidden-text">{t('frame.language')}</legend>
      {spoken.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.language}
          aria-pressed={language === each}
          title={languageName(each, t)}
          onClick={() => speak(each)}
        >
          {each.toUpperCase()}
        </button>
      ))}
    </fieldset>
  )
}

function LanguageMenu({ spoken }: { readonly spoken: readonly Language[] }): ReactNode {
  const { t, language } = useWords()
  const speak = useSpeak()
  return (
    <Menu position="bottom-end" width={200} withinPortal>
      <Menu.Target>
        <UnstyledButton
          className={styles.person}
          aria-label={t('added-languages.choose', {
            tag: language.toUpperCase(),
            name: languageName(language, t),
          })}
        >
          <IconLanguage size={16} stroke={1.8} aria-hidden />
          <span>{language.toUpperCase()}</span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('frame.language')}</Menu.Label>
        {spoken.map((each) => (
          <Menu.Item
            key={each}
            lang={each}
            aria-current={each === language || undefined}
            rightSection={each === language ? <IconCheck size={14} aria-hidden /> : undefined}
            onClick={() => speak(each)}
          >
            {languageName(each, t)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
