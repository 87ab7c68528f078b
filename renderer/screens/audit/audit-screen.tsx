import { Button, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconFileExport, IconHistory, IconShieldCheck } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../shared/ipc-contract.ts'
import type { AuditView } from '../../../shared/record/views.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilePath } from '../../parts/file-path.tsx'
import { Page } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import styles from './audit-screen.module.css'
import { AuditTable } from './audit-table.tsx'

const pageSize = 200

/** Who did what, when; whether the chain holds; the proof to hand out. */
export function AuditScreen(): ReactNode {
  const { t } = useWords()
  const [typed, setTyped] = useState('')
  const [vin] = useDebouncedValue(typed.trim().toUpperCase(), 200)
  const [older, setOlder] = useState<{ readonly vin: string; readonly entries: readonly AuditView[] }>()
  const list = useCall('audit/list', { vin, limit: pageSize }, { keepLast: true })
  const more = useAction('audit/list')
  const verify = useAction('audit/verify')
  const exportAudit = useAction('audit/export')
  const [verdict, setVerdict] = useState<Output<'audit/verify'>>()
  const [file, setFile] = useState('')
  const newest = list.value ?? []
  const known = new Set(newest.map(({ seq }) => seq))
  const entries = [
    ...newest,
    ...(older?.vin === vin ? older.entries.filter(({ seq }) => !known.has(seq)) : []),
  ]
  const last = entries.at(-1)

  const loadMore = async (): Promise<void> => {
    if (!last) return
    const result = await more.run({ vin, before: last.seq, limit: pageSize })
    if (result.ok) {
      setOlder({ vin, entries: [...(older?.vin === vin ? older.entries : []), ...newest, ...result.value] })
    }
  }
  return (
    <>
      <ScreenHeader title={t('screens.audit')} note={t('audit-screen.note')}>
        <TextInput
          size="xs"
          className={styles.search}
          aria-label={t('audit-screen.search')}
          placeholder={t('audit-screen.search')}
          value={typed}
          maxLength={17}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={15} />}
          loading={exportAudit.busy}
          onClick={async () => {
            const result = await exportAudit.run({ vin })
            if (result.ok) setFile(result.value.file)
          }}
        >
          {t('audit-screen.export')}
        </Button>
        <Button
          size="xs"
          leftSection={<IconShieldCheck size={15} />}
          loading={verify.busy}
          onClick={async () => {
            const result = await verify.run({})
            if (result.ok) setVerdict(result.value)
          }}
        >
          {t('audit-screen.verify')}
        </Button>
      </ScreenHeader>
      <Page wide>
        {file !== '' && <FilePath label={t('audit-screen.exported')} path={file} />}
        {exportAudit.problem && <ProblemMessage problem={exportAudit.problem} />}
        {verify.problem && <ProblemMessage problem={verify.problem} />}
        {verdict?.problems.length === 0 && (
          <p className={styles.holds} role="status">
            <IconShieldCheck size={18} aria-hidden />
            {t('audit-screen.holds', { entries: verdict.entries, anchors: verdict.anchors })}
          </p>
        )}
        {verdict?.problems.map((problem) => (
          <ProblemMessage key={`${problem.code} ${JSON.stringify(problem.args)}`} problem={problem} />
        ))}
        {list.problem && <ProblemMessage problem={list.problem} />}
        {list.value && entries.length === 0 && (
          <EmptyState
            icon={<IconHistory size={24} stroke={1.6} />}
            heading={t(vin ? 'audit-screen.none-heading' : 'audit-screen.empty-heading')}
            text={t(vin ? 'audit-screen.none-text' : 'audit-screen.empty-text')}
          />
        )}
        {entries.length > 0 && <AuditTable entries={entries} />}
        {more.problem && <ProblemMessage problem={more.problem} />}
        {last && last.seq > 1 && entries.length >= pageSize && (
          <Button variant="default" loading={more.busy} onClick={loadMore}>
            {t('audit-screen.more')}
          </Button>
        )}
      </Page>
    </>
  )
}
