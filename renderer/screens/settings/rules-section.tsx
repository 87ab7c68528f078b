import { Button, FileButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useRef, useState } from 'react'
import { text } from '../../../shared/messages.ts'
import { problem as makeProblem, type Problem } from '../../../shared/problem.ts'
import type { RuleSummary } from '../../../shared/rules/explain.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey, useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './settings.module.css'

/** The rules with their levels, and the policy by which a company raises them. */
export function RulesSection(): ReactNode {
  const { t, language } = useWords()
  const client = useQueryClient()
  const list = useCall('rules/list', { language })
  const save = useAction('rules/save-policy')
  const [problem, setProblem] = useState<Problem>()
  // A file that was corrected can be chosen again.
  const reset = useRef<() => void>(null)
  const rules = list.value ?? []
  const raised = rules.filter(({ companyLevel }) => companyLevel !== undefined)
  const add = async (file: File | null): Promise<void> => {
    if (!file) return
    setProblem(undefined)
    reset.current?.()
    const json = parse(await file.text())
    const result = json === undefined ? undefined : await save.run({ json })
    if (!result) setProblem(makeProblem('definition-not-json', { file: file.name }))
    else if (!result.ok)
      setProblem({ ...result.problem, where: { ...result.problem.where, file: file.name } })
    await client.invalidateQueries({ queryKey: callKey('rules/list', { language }) })
  }
  return (
    <PageSection
      title={t('settings.rules')}
      note={t('settings.rules-note')}
      actions={
        <FileButton resetRef={reset} accept=".json,application/json" onChange={(file) => void add(file)}>
          {({ onClick }) => (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconPlus size={14} />}
              loading={save.busy}
              onClick={onClick}
            >
              {t('settings.policy-add')}
            </Button>
          )}
        </FileButton>
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

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    return undefined
  }
}
