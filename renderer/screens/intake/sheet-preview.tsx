import { NumberInput, Select } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Input } from '../../../shared/ipc-contract.ts'
import type { IntakePreview } from '../../../shared/record/intake-views.ts'
import { templateProfileId } from '../../../shared/template/template-key.ts'
import { showNumber } from '../../language/number-text.ts'
import { useWords } from '../../language/words.ts'
import { PageSection } from '../../parts/page.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { filledColumns } from './filled-columns.ts'
import { PreviewTable } from './preview-table.tsx'
import styles from './sheet-preview.module.css'

export type Choice = Omit<Input<'intake/preview'>, 'file'>

interface Props {
  readonly preview: IntakePreview | undefined
  readonly choice: Choice
  readonly profiles: readonly { readonly id: string; readonly name: string }[]
  readonly busy: boolean
  readonly onChoice: (choice: Choice) => void
  readonly actions: ReactNode
}

/** The sheet as it is: profile, sheet and header row can be chosen, what cannot be read is marked in its cell. */
export function SheetPreview({ preview, choice, profiles, busy, onChoice, actions }: Props): ReactNode {
  const { t, language } = useWords()
  const { template } = preview ?? {}
  const offered = profiles.map(({ id, name }) => ({ value: id, label: name }))
  if (template)
    offered.unshift({ value: templateProfileId, label: t('intake.template.profile', { ...template }) })
  const wrong = preview?.rows.filter(({ problems }) => Object.keys(problems).length > 0).length ?? 0
  return (
    <PageSection
      title={preview?.file ?? t('intake.preview')}
      note={
        preview
          ? t('intake.rows', {
              count: preview.totalRows,
              number: showNumber(String(preview.totalRows), language),
            })
          : ''
      }
      actions={actions}
    >
      <div className={styles.choices}>
        <Select
          label={t('intake.profile')}
          data={offered}
          value={preview?.profile ?? choice.profile ?? null}
          allowDeselect={false}
          disabled={busy}
          onChange={(profile) => profile && onChoice({ profile })}
        />
        {/* A text file has no sheets. */}
        {preview?.sheet !== '' && (
          <Select
            label={t('intake.sheet')}
            data={[...(preview?.sheets ?? [])]}
            value={preview?.sheet ?? null}
            allowDeselect={false}
            disabled={busy || (preview?.sheets.length ?? 0) < 2}
            onChange={(sheet) =>
              sheet && onChoice({ ...(choice.profile ? { profile: choice.profile } : {}), sheet })
            }
          />
        )}
        <NumberInput
          label={t('intake.header-row')}
          className={styles.row}
          min={1}
          max={1000}
          value={preview?.headerRow || choice.headerRow || ''}
          disabled={busy}
          onChange={(row) => typeof row === 'number' && row > 0 && onChoice({ ...choice, headerRow: row })}
        />
        {wrong > 0 && <p className={styles.wrong}>{t('intake.wrong-rows', { count: wrong })}</p>}
      </div>
      {template && (
        <p className={styles.known} role="status">
          <IconCircleCheckFilled size={17} aria-hidden />
          {t('intake.template.known', { ...template })}
        </p>
      )}
      {preview?.problems.map((problem) => (
        <ProblemMessage key={problem.code} problem={problem} />
      ))}
      {preview && <PreviewTable preview={template ? filledColumns(preview) : preview} />}
    </PageSection>
  )
}
