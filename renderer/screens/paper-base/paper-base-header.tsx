import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PaperBaseView } from '../../../shared/record/paper-views.ts'
import { useAction } from '../../data/use-action.ts'
import { goTo } from '../../data/use-route.ts'
import { fieldName } from '../../fields/field-facts.ts'
import { problemWords, useWords } from '../../language/words.ts'
import { BackButton } from '../../parts/back-button.tsx'
import { useDraft } from '../vehicle/draft-context.ts'
import { SaveIndicator } from '../vehicle/save-indicator.tsx'
import styles from '../vehicle/vehicle-header.module.css'
import { keepPaperBase } from './keep-paper-base.ts'

interface Props {
  readonly base: PaperBaseView
  readonly onField: (path: string) => void
}

/** Whose base it is, what it still lacks, and the button that lets it stand as the earlier stage. */
export function PaperBaseHeader({ base, onField }: Props): ReactNode {
  const { t, language } = useWords()
  const { store } = useDraft()
  const client = useQueryClient()
  const use = useAction('paper-base/use')
  const { missing, own, row, stageNumber, used } = base
  const back = (): void => goTo({ screen: 'vehicle', id: base.vehicleId, panel: 'stages' })
  const finish = async (): Promise<void> => {
    await store.flush()
    const result = await use.run({ id: base.id })
    if (result.ok) {
      keepPaperBase(client, result.value)
      back()
    } else if (result.problem.where?.path) onField(result.problem.where.path)
  }
  const named = (paths: readonly string[]) => ({
    // Axle by axle a field has one name.
    fields: [...new Set(paths.map((path) => fieldName(path, language)))].join(', '),
  })
  const state =
    missing.length > 0
      ? t('paper-base.lacks', named(missing))
      : own.length > 0
        ? t('paper-base.own', named(own))
        : t(used ? 'paper-base.used' : 'paper-base.fit')
  return (
    <header className={styles.header}>
      <BackButton label={t('paper-base.back')} onBack={back} />
      <div className={styles.identity}>
        <div className={styles.first}>
          <h1 className={styles.vin}>{row.vin}</h1>
          <span className={styles.facts}>{t('paper-base.title', { number: stageNumber })}</span>
        </div>
        <p
          className={styles.why}
          data-held={missing.length + own.length > 0 || use.problem ? true : undefined}
          title={state}
        >
          {use.problem ? problemWords(language, use.problem).heading : state}
        </p>
      </div>
      <SaveIndicator />
      <Button size="sm" loading={use.busy} onClick={() => void finish()}>
        {t(used ? 'paper-base.use-again' : 'paper-base.use')}
      </Button>
    </header>
  )
}
