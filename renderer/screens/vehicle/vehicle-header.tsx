import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { mayBeCorrected } from '../../../shared/record/status.ts'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { goTo } from '../../data/use-route.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { BackButton } from '../../parts/back-button.tsx'
import { MayIssuePill } from '../../parts/may-issue-pill.tsx'
import { StatusBadge } from '../../parts/status-badge.tsx'
import { WhyText } from '../../parts/why-text.tsx'
import { ChooseBody } from './choose-body.tsx'
import { NextButton } from './next-button.tsx'
import type { PanelName } from './panel/panel.tsx'
import { PapersDialog } from './papers-dialog.tsx'
import { PrintDialog } from './print-dialog.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ResultDialog } from './result-dialog.tsx'
import { SaveIndicator } from './save-indicator.tsx'
import styles from './vehicle-header.module.css'
import { WeighingDialog } from './weighing-dialog.tsx'

interface Props {
  readonly detail: VehicleDetail
  readonly onPanel: (panel: PanelName) => void
  readonly onField: (path: string) => void
}

/** Which vehicle, in which state and why, and the one thing to do next. */
export function VehicleHeader({ detail, onPanel, onField }: Props): ReactNode {
  const { t } = useWords()
  const { row } = detail
  const [choosing, setChoosing] = useState(false)
  const { releases } = useWorkspace()
  const facts = [
    row.category,
    row.baseName,
    row.order && t('vehicle.order', { order: row.order }),
    // Worth a word only where there is a choice.
    releases && `IVI ${detail.release}`,
  ]
  const known = useWorkspace().variants.find(({ id }) => id === row.variantId)?.options ?? []
  const options = (row.options ?? []).map((id) => known.find((option) => option.id === id)?.name ?? id)
  const body = row.variantName && [row.variantName, ...options].join(' + ')
  return (
    <header className={styles.header}>
      <BackButton label={t('vehicle.back')} onBack={() => goTo({ screen: 'register' })} />
      <div className={styles.identity}>
        <div className={styles.first}>
          <h1 className={styles.vin}>{row.vin}</h1>
          <StatusBadge status={row.status} />
          {detail.mayIssue && <MayIssuePill verdict={detail.mayIssue} />}
          {row.version > 1 && (
            <button
              type="button"
              className={styles.version}
              title={t('versions.title')}
              onClick={() => onPanel('history')}
            >
              {t('vehicle.version', { version: row.version })}
            </button>
          )}
          <span className={styles.facts}>{facts.filter(Boolean).join(' · ')}</span>
          {body && (
            <button
              type="button"
              className={styles.body}
              disabled={!detail.editable}
              title={`${t('body.title')}: ${body}`}
              onClick={() => setChoosing(true)}
            >
              {body}
            </button>
          )}
        </div>
        <p className={styles.why} data-held={row.why !== undefined || undefined}>
          {row.why ? <WhyText why={row.why} /> : t(`vehicle.fine.${row.status}`)}
        </p>
      </div>
      <SaveIndicator />
      <NextButton detail={detail} onPanel={onPanel} onField={onField} onBody={() => setChoosing(true)} />
      <MoreMenu detail={detail} onBody={() => setChoosing(true)} />
      {choosing && <ChooseBody detail={detail} onClose={() => setChoosing(false)} />}
    </header>
  )
}

type Asked = 'withdraw' | 'correct' | 'redeliver' | 'papers' | 'print' | 'result'

function MoreMenu({
  detail,
  onBody,
}: {
  readonly detail: VehicleDetail
  readonly onBody: () => void
}): ReactNode {
  const { t } = useWords()
  const [asked, setAsked] = useState<Asked>()
  const [weighing, setWeighing] = useState(false)
  const { row } = detail
  return (
    <>
      <Menu position="bottom-end" width={280} shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('vehicle.more')} title={t('vehicle.more')}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={!detail.editable} onClick={onBody}>
            {t('body.title')}
          </Menu.Item>
          <Menu.Divider />
          {detail.editable && <Menu.Item onClick={() => setWeighing(true)}>{t('weighing.title')}</Menu.Item>}
          {detail.editable && (
            <Menu.Item onClick={() => setAsked('result')}>{t('result-file.title')}</Menu.Item>
          )}
          <Menu.Item onClick={() => setAsked('print')}>{t('print-texts.menu')}</Menu.Item>
          <Menu.Item onClick={() => setAsked('papers')}>{t('papers.make')}</Menu.Item>
          <Menu.Item
            disabled={row.status !== 'signed' && row.status !== 'queued'}
            onClick={() => setAsked('withdraw')}
          >
            {t('vehicle.withdraw')}
          </Menu.Item>
          <Menu.Item disabled={!mayBeCorrected(row.status)} onClick={() => setAsked('correct')}>
            {t('vehicle.correct')}
          </Menu.Item>
          {row.status === 'rejected' && (
            <Menu.Item onClick={() => setAsked('redeliver')}>{t('correction.redeliver')}</Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => goTo({ screen: 'compare', ids: [row.id] })}>
            {t('compare-screen.with')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {weighing && <WeighingDialog detail={detail} onClose={() => setWeighing(false)} />}
      {asked === 'papers' && <PapersDialog id={row.id} onClose={() => setAsked(undefined)} />}
      {asked === 'print' && <PrintDialog detail={detail} onClose={() => setAsked(undefined)} />}
      {asked === 'result' && <ResultDialog id={row.id} onClose={() => setAsked(undefined)} />}
      {asked && asked !== 'papers' && asked !== 'print' && asked !== 'result' && (
        <ReasonDialog
          id={row.id}
          act={asked}
          findings={detail.findings}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}
