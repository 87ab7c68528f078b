import { Button, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useAction } from '../../data/use-action.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { FilePath } from '../../parts/file-path.tsx'
import { Page, PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { CompanySection } from './company-section.tsx'
import { DefinitionSection } from './definition-section.tsx'
import { LanguagesSection } from './languages/languages-section.tsx'
import { NapSection } from './nap-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { ReleaseSection } from './releases/release-section.tsx'
import { RulesSection } from './rules-section.tsx'
import styles from './settings.module.css'

const schemes = ['auto', 'light', 'dark'] as const

export function SettingsScreen(): ReactNode {
  const { t } = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true })
  const { variants, profiles } = useWorkspace()
  return (
    <>
      <ScreenHeader title={t('screens.settings')} />
      <Page>
        <CompanySection />
        <PeopleSection />
        <PageSection title={t('settings.look')}>
          <div className={styles.looks}>
            <SegmentedControl
              aria-label={t('settings.scheme')}
              data={schemes.map((each) => ({ value: each, label: t(`settings.schemes.${each}`) }))}
              value={colorScheme}
              onChange={(value) => setColorScheme(schemes.find((each) => each === value) ?? 'auto')}
            />
          </div>
        </PageSection>
        <LanguagesSection />
        <NapSection />
        <DefinitionSection
          kind="variant"
          entries={variants.map(({ id, name, approval, categories, version }) => ({
            id,
            name,
            note: [approval, categories.join(', '), t('variants.version', { version })]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
        <DefinitionSection
          kind="profile"
          entries={profiles.map(({ id, name }) => ({ id, name, note: id }))}
        />
        <RulesSection />
        <ReleaseSection />
        <Backup />
      </Page>
    </>
  )
}

function Backup(): ReactNode {
  const { t } = useWords()
  const { path } = useWorkspace()
  const backup = useAction('workspace/backup')
  const [file, setFile] = useState('')
  return (
    <PageSection
      title={t('settings.backup')}
      note={t('settings.backup-note')}
      actions={
        <Button
          size="xs"
          variant="default"
          loading={backup.busy}
          onClick={async () => {
            const result = await backup.run({})
            if (result.ok) setFile(result.value.file)
          }}
        >
          {t('settings.backup-now')}
        </Button>
      }
    >
      <FilePath label={t('settings.workspace')} path={path} />
      {file !== '' && <FilePath label={t('settings.backup-file')} path={file} />}
      {backup.problem && <ProblemMessage problem={backup.problem} />}
    </PageSection>
  )
}
