import { Button, FileButton, Menu } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { NextAction, VehicleDetail } from '../../../shared/record/views.ts'
import { fileInput } from '../../api.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { BaseReport } from '../../parts/base-report.tsx'
import { BatchReport } from '../../parts/batch-report.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { BeginPaperBase } from '../paper-base/begin-paper-base.tsx'
import { useAllFindings, useDraft } from './draft-context.ts'
import { asksForResult } from './panel/asks-for-result.ts'
import { bySection } from './panel/finding-sections.ts'
import type { PanelName } from './panel/panel.tsx'
import { PapersDialog } from './papers-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ResultDialog } from './result-dialog.tsx'

interface Props {
  readonly detail: VehicleDetail
  readonly onPanel: (panel: PanelName) => void
  readonly onField: (path: string) => void
  /** Body and options are chosen in a window of their own. */
  readonly onBody: () => void
}

/** The one thing to do next, as the one big button. */
export function NextButton({ detail, onPanel, onField, onBody }: Props): ReactNode {
  const { t } = useWords()
  const { store } = useDraft()
  const { naps } = useWorkspace()
  const findings = useAllFindings()
  const check = useAction('vehicle/check')
  const queue = useAction('outbox/queue')
  const bases = useAction('base/add')
  const [outcome, setOutcome] = useState<ReactNode>()
  const [correcting, setCorrecting] = useState(false)
  const [papers, setPapers] = useState(false)
  const [addingResult, setAddingResult] = useState(false)
  const { row, next } = detail
  const ids = [row.id]
  const errors = findings.filter(({ severity }) => severity === 'error')
  // Where a tool's file is all that lacks, that file is the next thing.
  const wantsResult = next === 'mend-findings' && errors.length > 0 && errors.every(asksForResult)
  const label = t(`next.${wantsResult ? 'add-result' : next}`)
  const busy = check.busy || queue.busy || bases.busy
  const button = (onClick?: () => void): ReactNode => (
    <Button size="sm" loading={busy} {...(onClick ? { onClick } : {})}>
      {label}
    </Button>
  )

  const act: Readonly<Record<Exclude<NextAction, 'link-base' | 'choose-variant' | 'submit'>, () => void>> = {
    'mend-findings': () => {
      onPanel('findings')
      // The first is the one that stands first in the form and in the list.
      const first = bySection(errors)[0]?.findings[0]
      if (wantsResult) setAddingResult(true)
      else if (first) onField(first.path)
    },
    'sign-off': () => onPanel('compare'),
    check: async () => {
      await store.flush()
      const result = await check.run({ ids })
      if (result.ok && result.value.some(({ ok }) => !ok)) setOutcome(<BatchReport items={result.value} />)
      else if (!result.ok) setOutcome(<ProblemMessage problem={result.problem} />)
    },
    sign: () => goTo({ screen: 'sign', ids }),
    wait: () => goTo({ screen: 'outbox' }),
    decide: () => goTo({ screen: 'outbox' }),
    correct: () => setCorrecting(true),
    'print-papers': () => setPapers(true),
    done: () => onPanel('history'),
  }
  const addBases = async (files: readonly File[]): Promise<void> => {
    const result = await bases.run({ files: await Promise.all(files.map(fileInput)) })
    setOutcome(result.ok ? <BaseReport items={result.value} /> : <ProblemMessage problem={result.problem} />)
  }
  const submitTo = async (nap: string): Promise<void> => {
    const result = await queue.run({ ids, nap })
    if (!result.ok) setOutcome(<ProblemMessage problem={result.problem} />)
    else if (result.value.every(({ ok }) => ok)) goTo({ screen: 'outbox' })
    else setOutcome(<BatchReport items={result.value} />)
  }
  return (
    <>
      {next === 'link-base' ? (
        <>
          <BeginPaperBase vehicle={row.id} size="sm" />
          <FileButton
            multiple
            accept=".xml,text/xml,application/xml"
            onChange={(files) => void addBases(files)}
          >
            {({ onClick }) => button(onClick)}
          </FileButton>
        </>
      ) : next === 'choose-variant' ? (
        button(() => onBody())
      ) : next === 'submit' ? (
        <ChoiceMenu button={button()} choices={naps} empty={t('next.no-nap')} onChoose={submitTo} />
      ) : (
        button(act[next])
      )}
      {addingResult && <ResultDialog id={row.id} onClose={() => setAddingResult(false)} />}
      {papers && <PapersDialog id={row.id} onClose={() => setPapers(false)} />}
      {correcting && (
        <ReasonDialog
          id={row.id}
          act="correct"
          findings={detail.findings}
          onClose={() => setCorrecting(false)}
        />
      )}
      {outcome && (
        <Dialog title={label} onClose={() => setOutcome(undefined)} size={560}>
          {outcome}
        </Dialog>
      )}
    </>
  )
}

interface ChoiceProps {
  readonly button: ReactNode
  readonly choices: readonly { readonly id: string; readonly name: string }[]
  readonly empty: string
  readonly onChoose: (id: string) => Promise<void>
}

function ChoiceMenu({ button, choices, empty, onChoose }: ChoiceProps): ReactNode {
  return (
    <Menu position="bottom-end" width={280} shadow="md">
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown>
        {choices.length === 0 && <Menu.Label>{empty}</Menu.Label>}
        {choices.map(({ id, name }) => (
          <Menu.Item key={id} onClick={() => void onChoose(id)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
