import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { text } from '../../../shared/messages.ts'
import type { Problem } from '../../../shared/problem.ts'
import type { RuleSummary } from '../../../shared/rules/explain.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey, useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { JsonFileButton } from './json-file-button.tsx'
import { readJsonFile } from './read-json-file.ts'
import styles from './settings.module.css'

/** The rules with their levels, and the policy by which a company raises them. */
export function RulesSection(): ReactNode {
  const { t, language } = useWords()
  const client = useQueryClient()
  const list = useCall('rules/list', { language })
  const save = useAction('rules/save-policy')
  const [problem, setProblem] = useState<Problem>()
  const rules = list.value ?? []
  const raised = rules.filter(({ companyLevel }) => companyLevel !== undefined)
  const add = async (files: readonly File[]): Promise<void> => {
    setProblem(undefined)
    for (const file of files) {
      const read = await readJsonFile(file)
      const result = read.ok ? await save.run({ json: read.value }) : read
      if (result.ok) continue
      setProblem({ ...result.problem, where: { ...result.problem.where, file: file.name } })
      break
    }
    await client.invalidateQueries({ queryKey: callKey('rules/list', { language }) })
  }
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
