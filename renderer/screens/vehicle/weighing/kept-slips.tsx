import { Button, FileButton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { fileInput } from '../../../api.ts'
import { saveFile } from '../../../data/save-file.ts'
import { useAction } from '../../../data/use-action.ts'
import { useCall } from '../../../data/use-call.ts'
import { showDay } from '../../../language/date-text.ts'
import { useWords } from '../../../language/words.ts'
import { figures } from '../../../parts/drawing/figures.ts'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { AgainstLine } from './against-line.tsx'
import styles from './weighing.module.css'

/** The slips that are kept of a vehicle, the newest first; one of them may stand as its measured values. */
export function KeptSlips({ vehicle }: { readonly vehicle: number }): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  const client = useQueryClient()
  const list = useCall('weighing/list', { id: vehicle })
  const apply = useAction('weighing/apply')
  const attach = useAction('weighing/attach')
  const scan = useAction('weighing/scan')
  const slips = list.value ?? []
  if (slips.length === 0) return null
  const use = async (weighing: number): Promise<void> => {
    const result = await apply.run({ weighing })
    if (result.ok) await renew()
  }
  const keepScan = async (weighing: number, file: File | null): Promise<void> => {
    if (!file) return
    const result = await attach.run({ weighing, file: await fileInput(file) })
    if (result.ok) await renew()
  }
  const saveScan = async (weighing: number): Promise<void> => {
    const result = await scan.run({ weighing })
    if (result.ok) saveFile(result.value.name, result.value.base64)
  }
  const renew = async (): Promise<void> => {
    await client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => String(name).startsWith('weighing/') || name === 'vehicle/get',
    })
  }
  return (
    <section className={styles.kept} aria-label={t('slip.kept')}>
      <h3 className={styles.heading}>{t('slip.kept')}</h3>
      <ul>
        {slips.map(({ id, slip, normalised, againstPrediction, againstItem13, appliedAt, scan: kept }) => (
          <li key={id}>
            <div className={styles.keptLine}>
              <span className={styles.difference}>{slip.slip}</span>
              <span>{showDay(slip.day, language)}</span>
              <span>
                {t('slip.actual')} {kg(normalised.actual.kg)} kg
              </span>
              {appliedAt ? (
                <span className={styles.used}>{t('slip.used')}</span>
              ) : (
                <Button size="compact-sm" variant="default" loading={apply.busy} onClick={() => void use(id)}>
                  {t('slip.use')}
                </Button>
              )}
              <FileButton accept="image/*,application/pdf" onChange={(file) => void keepScan(id, file)}>
                {({ onClick }) => (
                  <Button size="compact-sm" variant="default" loading={attach.busy} onClick={onClick}>
                    {t('slip.attach-scan')}
                  </Button>
                )}
              </FileButton>
              {kept && (
                <Button size="compact-sm" variant="subtle" onClick={() => void saveScan(id)}>
                  {kept.name}
                </Button>
              )}
            </div>
            <AgainstLine name="against-prediction" against={againstPrediction} />
            <AgainstLine name="against-item13" against={againstItem13} />
          </li>
        ))}
      </ul>
      {[apply, attach, scan].map(
        ({ problem }) => problem && <ProblemMessage key={problem.code} problem={problem} compact />,
      )}
    </section>
  )
}
