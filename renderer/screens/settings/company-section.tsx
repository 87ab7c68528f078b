import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { ok } from '../../../shared/result.ts'
import { useAction } from '../../data/use-action.ts'
import { callKey, useCall } from '../../data/use-call.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { CompanyFields, isComplete } from './company-fields.tsx'
import { CountrySelect } from './country-select.tsx'

/** The company's data; drafts take a change over at once, signed certificates keep what they say. */
export function CompanySection(): ReactNode {
  const { t } = useWords()
  const client = useQueryClient()
  const workspace = useWorkspace()
  const known = useCall('workspace/company', {})
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>()
  const [typedCountry, setTypedCountry] = useState<string>()
  const save = useAction('workspace/save-company')
  const company = typed ?? known.value ?? {}
  const country = typedCountry ?? workspace.country
  const changed = typed !== undefined || typedCountry !== undefined
  const submit = async (): Promise<void> => {
    const result = await save.run({ company: { ...company }, country })
    if (!result.ok) return
    client.setQueryData(callKey('workspace/get', {}), ok(result.value))
    client.setQueryData(callKey('workspace/company', {}), ok(company))
    setTyped(undefined)
    setTypedCountry(undefined)
  }
  return (
    <PageSection
      title={t('settings.company')}
      note={t('settings.company-note')}
      actions={
        <Button size="xs" disabled={!changed || !isComplete(company)} loading={save.busy} onClick={submit}>
          {t('save')}
        </Button>
      }
    >
      {known.problem && <ProblemMessage problem={known.problem} />}
      <CompanyFields company={company} onCompany={setTyped} />
      <CountrySelect country={country} onCountry={setTypedCountry} />
      {save.problem && <ProblemMessage problem={save.problem} />}
    </PageSection>
  )
}
