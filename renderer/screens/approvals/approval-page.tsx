import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { approvalKinds, hasCertificate, hasYearlyLimit } from '../../../shared/approvals/number.ts'
import type { ApprovalView } from '../../../shared/record/views.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './approvals.module.css'
import { type DraftApproval, draftOf, newApproval, ofKind } from './draft-approval.ts'
import { ExtensionSection } from './extension-section.tsx'
import { readDraft } from './read-draft.ts'

interface Props {
  /** Undefined for one that is not kept yet. */
  readonly view: ApprovalView | undefined
  readonly onKept: () => Promise<void>
}

/** One approval with its extensions, versions and bases, as people edit it; nothing is kept before “Save”. */
export function ApprovalPage({ view, onKept }: Props): ReactNode {
  const { t, language } = useWords()
  const [kept] = useState(() => (view ? draftOf(view.approval, language) : newApproval()))
  const [draft, setDraft] = useState<DraftApproval>(kept)
  const [asks, setAsks] = useState(false)
  const save = useAction('approval/save')
  const remove = useAction('approval/remove')
  const changed = JSON.stringify(draft) !== JSON.stringify(kept)
  const { json, unreadable } = readDraft(draft)
  const set = (change: Partial<DraftApproval>): void => setDraft({ ...draft, ...change })
  const keep = async (): Promise<void> => {
    const done = await save.run({ json, ...(view ? { before: view.approval.number } : {}) })
    if (!done.ok) return
    await onKept()
    const number = draft.number.trim()
    goTo({ screen: 'approvals', approval: number })
  }
  const drop = async (): Promise<void> => {
    if (!view) return
    const done = await remove.run({ number: view.approval.number })
    setAsks(false)
    if (!done.ok) return
    goTo({ screen: 'approvals' })
    await onKept()
  }
  return (
    <>
      <PageSection
        title={view ? view.approval.number : t('folder.new')}
        actions={
          <>
            {changed && <span className={styles.unsaved}>{t('folder.unsaved')}</span>}
            {view && !changed && (
              <Button size="xs" variant="default" onClick={() => setAsks(true)}>
                {t('folder.remove')}
              </Button>
            )}
            {changed && (
              <Button size="xs" variant="default" onClick={() => setDraft(kept)}>
                {t('folder.discard')}
              </Button>
            )}
            <Button
              size="xs"
              disabled={!changed || unreadable.size > 0}
              loading={save.busy}
              onClick={() => void keep()}
            >
              {t('save')}
            </Button>
          </>
        }
      >
        {save.problem && <ProblemMessage problem={save.problem} />}
        {remove.problem && <ProblemMessage problem={remove.problem} />}
        {unreadable.size > 0 && (
          <p className={styles.bad} role="status">
            {t('folder.unreadable')}
          </p>
        )}
        <div className={styles.head}>
          <TextInput
            label={t('folder.number')}
            placeholder={t('folder.number-hint')}
            value={draft.number}
            maxLength={50}
            required
            onChange={(event) => set({ number: event.currentTarget.value })}
          />
          <Select
            label={t('folder.kind')}
            data={approvalKinds.map((kind) => ({ value: kind, label: t(`folder.kinds.${kind}`) }))}
            value={draft.kind}
            allowDeselect={false}
            onChange={(value) => {
              const kind = approvalKinds.find((one) => one === value)
              if (kind) setDraft(ofKind(draft, kind))
            }}
          />
          {hasYearlyLimit(draft.kind) && (
            <TextInput
              label={t('folder.limit')}
              value={draft.yearlyLimit}
              maxLength={7}
              required
              error={unreadable.has('yearlyLimit')}
              inputMode="numeric"
              onChange={(event) => set({ yearlyLimit: event.currentTarget.value })}
            />
          )}
          <TextInput
            label={t('folder.remark')}
            value={draft.note}
            maxLength={500}
            onChange={(event) => set({ note: event.currentTarget.value })}
          />
        </div>
      </PageSection>
      {hasCertificate(draft.kind) ? (
        <ExtensionSection draft={draft} unreadable={unreadable} onDraft={setDraft} />
      ) : (
        <PageSection title={t('folder.vehicles')} note={t('folder.vehicles-note')}>
          <Textarea
            aria-label={t('folder.vehicles')}
            autosize
            minRows={4}
            maxRows={16}
            value={draft.vehicles}
            onChange={(event) => set({ vehicles: event.currentTarget.value })}
          />
        </PageSection>
      )}
      {asks && view && (
        <Dialog
          title={t('folder.remove')}
          onClose={() => setAsks(false)}
          footer={
            <>
              <Button variant="default" onClick={() => setAsks(false)}>
                {t('cancel')}
              </Button>
              <Button color="red" loading={remove.busy} onClick={() => void drop()}>
                {t('folder.remove')}
              </Button>
            </>
          }
        >
          <p>{t('folder.remove-sure', { number: view.approval.number })}</p>
        </Dialog>
      )}
    </>
  )
}
