import { Button, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { ok } from '../../../shared/result.ts'
import { call } from '../../api.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { CompanyFields, isComplete } from './company-fields.tsx'
import { CountrySelect } from './country-select.tsx'
import styles from './settings.module.css'

/** The first start asks for what stands on every certificate, and nothing else. */
export function FirstStart(): ReactNode {
  const { t, language } = useWords()
  const { i18n } = useTranslation()
  const client = useQueryClient()
  const [company, setCompany] = useState<Readonly<Record<string, string>>>({})
  const [country, setCountry] = useState('')
  const [person, setPerson] = useState('')
  const setUp = useAction('workspace/set-up')
  const submit = async (): Promise<void> => {
    const result = await setUp.run({ company, country, person: person.trim() })
    if (!result.ok) return
    const withLanguage = await call('workspace/set-language', { language })
    client.setQueryData(callKey('workspace/get', {}), withLanguage.ok ? withLanguage : ok(result.value))
  }
  const ready = isComplete(company) && country !== '' && person.trim() !== ''
  return (
    <main className={styles.first}>
      <form
        className={styles.firstForm}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div className={styles.firstHead}>
          <h1 className={styles.welcome}>{t('first.title')}</h1>
          <div className={styles.languageChoice}>
            {shippedLanguages.map((each) => (
              <Button
                key={each}
                size="compact-sm"
                variant={each === language ? 'light' : 'subtle'}
                aria-pressed={each === language}
                onClick={() => void i18n.changeLanguage(each)}
              >
                {t(`languages.${each}`)}
              </Button>
            ))}
          </div>
        </div>
        <p className={styles.lead}>{t('first.lead')}</p>
        <h2 className={styles.part}>{t('first.company')}</h2>
        <p className={styles.note}>{t('first.company-note')}</p>
        <CompanyFields company={company} onCompany={setCompany} />
        <CountrySelect country={country} onCountry={setCountry} />
        <h2 className={styles.part}>{t('first.person')}</h2>
        <TextInput
          label={t('settings.person-name')}
          description={t('first.person-note')}
          required
          maxLength={150}
          value={person}
          onChange={(event) => setPerson(event.currentTarget.value)}
        />
        {setUp.problem && <ProblemMessage problem={setUp.problem} />}
        <div className={styles.firstFoot}>
          <Button type="submit" size="md" disabled={!ready} loading={setUp.busy}>
            {t('first.begin')}
          </Button>
          <p className={styles.note}>{t('first.demo-note')}</p>
        </div>
      </form>
    </main>
  )
}
