import type { ReactNode } from 'react'
import type { CompareRun } from '../../../shared/compare/views.ts'
import { fieldInWords } from '../../../shared/compare/words.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Page, PageSection } from '../../parts/page.tsx'
import { PrintPage } from '../../parts/print-page.tsx'
import { ScreenHeader } from '../../parts/screen-header.tsx'
import { usePrinting } from '../../parts/weights/use-printing.ts'
import styles from './compare.module.css'
import { FieldTable } from './field-table.tsx'
import { PairTable } from './pair-table.tsx'
import { RunActions } from './run-actions.tsx'
import { UnpairedTable } from './unpaired-table.tsx'
import { UnreadTable } from './unread-table.tsx'

interface Props {
  readonly run: CompareRun
  /** Only pairs in which this field differs. */
  readonly field: string | undefined
}

/** Many pairs at once: which fields differ and how often, each pair, and what found no partner. */
export function SummaryScreen({ run, field }: Props): ReactNode {
  const { t, language } = useWords()
  const [printing, print] = usePrinting()
  const { pairs, fields, unpaired, problems } = run
  const differ = pairs.filter(({ differing }) => differing > 0).length
  const note = [
    t('compare-screen.pairs', { count: pairs.length }),
    t('compare-screen.pairs-differ', { count: differ }),
  ].join(', ')
  const chosen = fields.find(({ path }) => path === field)
  const isShown = new Set(chosen?.pairs)
  const listed = [...pairs.entries()]
    .filter(([at]) => !chosen || isShown.has(at))
    .toSorted(([, a], [, b]) => b.differing - a.differing)
  const show = (path: string | undefined): void =>
    goTo({ screen: 'compare', run: run.id, ...(path ? { field: path } : {}) })
  const fieldTable = fields.length > 0 && (
    <PageSection title={t('compare-screen.fields')} note={printing ? '' : t('compare-screen.fields-note')}>
      <FieldTable
        fields={fields}
        pairs={pairs.length}
        chosen={chosen?.path}
        onField={printing ? undefined : (path) => show(path === chosen?.path ? undefined : path)}
      />
    </PageSection>
  )
  const unpairedTable = unpaired.length > 0 && (
    <PageSection title={t('compare-screen.unpaired')} note={t('compare-screen.unpaired-note')}>
      <UnpairedTable unpaired={unpaired} all={printing} />
    </PageSection>
  )
  const unreadTable = problems.length > 0 && (
    <PageSection title={t('compare-screen.unread', { count: problems.length })}>
      <UnreadTable problems={problems} all={printing} />
    </PageSection>
  )
  return (
    <>
      <ScreenHeader focused title={t('compare-screen.title')} note={note}>
        <RunActions run={run.id} onPrint={print} />
      </ScreenHeader>
      <Page wide>
        {unreadTable}
        {pairs.length > 0 && differ === 0 && (
          <p className={styles.equal} role="status">
            {t('compare-screen.all-equal')}
          </p>
        )}
        {pairs.length === 0 && <p role="status">{t('compare-screen.no-pairs')}</p>}
        {fieldTable}
        {pairs.length > 0 && (
          <PageSection
            title={
              chosen
                ? t('compare-screen.pairs-with', { field: fieldInWords(chosen.path, language) })
                : t('compare-screen.pair-list')
            }
            actions={
              chosen && (
                <button type="button" className={styles.link} onClick={() => show(undefined)}>
                  {t('compare-screen.all-pairs')}
                </button>
              )
            }
          >
            <PairTable run={run.id} pairs={listed} />
          </PageSection>
        )}
        {unpairedTable}
      </Page>
      {printing && (
        <PrintPage long title={t('compare-screen.title')} note={note}>
          {unreadTable}
          {fieldTable}
          <PageSection title={t('compare-screen.pair-list')}>
            <PairTable run={run.id} pairs={listed} all />
          </PageSection>
          {unpairedTable}
        </PrintPage>
      )}
    </>
  )
}
