import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { text } from '../../../shared/messages.ts'
import type { RuleSummary } from '../../../shared/rules/explain.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey, useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { JsonFileButton } from './json-file-button.tsx'
import styles from './settings.module.css'
import { useJsonFiles } from './use-json-files.ts'

/** The rules with their levels, and the policy by which a company raises them. */
export function RulesSection(): ReactNode {
  const { t, language } = useWords()
  const client = useQueryClient()
  const list = useCall('rules/list', { language })
  const save = useAction('rules/save-policy')
  const rules = list.value ?? []
  const raised = rules.filter(({ companyLevel }) => companyLevel !== undefined)
  const { add, problem } = useJsonFiles(async (json) => {
    const kept = await save.run({ json })
    await client.invalidateQueries({ queryKey: callKey('rules/list', { language }) })
    return kept
  })
  return (
    <PageSection
      title={t('settings.rules')}
      note={t('settings.rules-note')}
      actions={
        <JsonFileButton
          label={t('settings.policy-add')}
          busy={save.busy}
          onFiles={(files) => void add(files)}
        />
      }
    >
      {problem && <ProblemMessage problem={problem} />}
      <p className={styles.note}>
        {raised.length === 0
          ? t('settings.policy-none')
          : t('settings.policy-raised', { count: raised.length })}
      </p>
      {raised.length > 0 && <RuleList rules={raised} />}
      <details>
        <summary className={styles.note}>{t('settings.rules-all', { count: rules.length })}</summary>
        <RuleList rules={rules} />
      </details>
    </PageSection>
  )
}

function RuleList({ rules }: { readonly rules: readonly RuleSummary[] }): ReactNode {
  const { language } = useWords()
  const level = (one: string): string => text(language, `rule-levels.${one}`) ?? one
  return (
    <ul className={styles.list}>
      {rules.map((rule) => (
        <li key={rule.id} className={styles.entry}>
          <span className={styles.name}>
            {rule.id} · {rule.title}
          </span>
          <span className={styles.note}>
            {[
              rule.companyLevel ? `${level(rule.level)} → ${level(rule.companyLevel)}` : level(rule.level),
              text(language, `rule-certainties.${rule.certainty}`),
              rule.source,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
