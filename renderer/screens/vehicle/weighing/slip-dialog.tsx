import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useMemo, useState } from 'react'
import type { Problem } from '../../../../shared/problem.ts'
import type { VehicleDetail } from '../../../../shared/record/views.ts'
import { computeWeights } from '../../../../shared/weights/compute-weights.ts'
import { normaliseSlip } from '../../../../shared/weights/normalise-slip.ts'
import { parseSlip } from '../../../../shared/weights/slip.ts'
import { useAction } from '../../../data/use-action.ts'
import { useCall } from '../../../data/use-call.ts'
import { useWorkspace } from '../../../data/workspace.ts'
import { useWords } from '../../../language/words.ts'
import { Dialog } from '../../../parts/dialog.tsx'
import { ProblemMessage } from '../../../parts/problem-message.tsx'
import { useDraft } from '../draft-context.ts'
import { fromSlip } from './from-slip.ts'
import { KeptSlips } from './kept-slips.tsx'
import { NormalisedTable } from './normalised-table.tsx'
import { PlanHint } from './plan-hint.tsx'
import { SlipFields } from './slip-fields.tsx'
import { SlipFile } from './slip-file.tsx'
import { emptySlip, type SlipForm } from './slip-form.ts'
import { isUnfinished, toSlip } from './to-slip.ts'
import { weighedVehicle } from './weighed-vehicle.ts'
import styles from './weighing.module.css'

interface Props {
  readonly detail: VehicleDetail
  readonly onClose: () => void
  /** The switch to the other kind of weighing. */
  readonly mode: ReactNode
}

/** A slip with the state of the vehicle on the scale; its normalisation is seen before anything is kept. */
export function SlipDialog({ detail, onClose, mode }: Props): ReactNode {
  const { t } = useWords()
  const { store } = useDraft()
  const client = useQueryClient()
  const { variants } = useWorkspace()
  const id = useId()
  const { row } = detail
  const weights = useCall('weights/of-vehicle', { id: row.id })
  const given = weights.value?.kind === 'ready' ? weights.value.given : undefined
  const [typed, setTyped] = useState<SlipForm>()
  const weighed = given && weighedVehicle(detail, given, variants)
  const today = new Date().toLocaleDateString('sv')
  const seat = weighed?.driverX === undefined ? '' : String(weighed.driverX)
  const form = typed ?? emptySlip(given?.vehicle.axles.length ?? 2, row.options ?? [], today, seat)
  const add = useAction('weighing/add')
  const [fileProblem, setFileProblem] = useState<Problem>()
  const [fileRead, setFileRead] = useState(0)
  const seen = useMemo(() => {
    if (!given || isUnfinished(form)) return undefined
    const slip = parseSlip(toSlip(form, row.vin))
    return slip.ok ? normaliseSlip(slip.value, weighedVehicle(detail, given, variants)) : slip
  }, [form, given, detail, variants, row.vin])
  const states = useMemo(() => (given ? computeWeights(given).states : []), [given])
  const submit = async (apply: boolean): Promise<void> => {
    await store.flush()
    const result = await add.run({ id: row.id, json: toSlip(form, row.vin), apply })
    if (!result.ok) return
    await client.invalidateQueries({
      predicate: ({ queryKey: [name] }) => String(name).startsWith('weighing/') || name === 'vehicle/get',
    })
    if (apply) onClose()
    else setTyped(undefined)
  }
  const missing = weights.value?.kind === 'missing' ? weights.value.problem : weights.problem
  const problem = fileProblem ?? add.problem ?? (seen && !seen.ok ? seen.problem : undefined)
  return (
    <Dialog
      title={t('weighing.title')}
      onClose={onClose}
      size={960}
      action={
        <>
          <Button
            variant="default"
            disabled={!seen?.ok}
            loading={add.busy}
            onClick={() => void submit(false)}
          >
            {t('slip.keep')}
          </Button>
          <Button type="submit" form={id} disabled={!seen?.ok} loading={add.busy}>
            {t('slip.keep-and-use')}
          </Button>
        </>
      }
    >
      {mode}
      <p>{t('slip.text')}</p>
      <PlanHint detail={detail} />
      <KeptSlips vehicle={row.id} />
      {missing ? (
        <ProblemMessage problem={missing} compact />
      ) : (
        given && (
          <div className={styles.columns}>
            <form
              key={fileRead}
              id={id}
              onSubmit={(event) => {
                event.preventDefault()
                if (seen?.ok) void submit(true)
              }}
            >
              <SlipFile
                vin={row.vin}
                onProblem={setFileProblem}
                onSlip={(slip) => {
                  setFileProblem(undefined)
                  add.forget()
                  setTyped(fromSlip(slip, form))
                  // Fields keep what a person types; a file's values begin them anew.
                  setFileRead(fileRead + 1)
                }}
              />
              <SlipFields
                form={form}
                given={given}
                options={(weighed?.options ?? []).map(({ id: option }) => ({
                  id: option,
                  name:
                    variants
                      .find((variant) => variant.id === row.variantId)
                      ?.options.find((each) => each.id === option)?.name ?? option,
                }))}
                onForm={(change) => {
                  add.forget()
                  setFileProblem(undefined)
                  setTyped({ ...form, ...change })
                }}
              />
            </form>
            <section className={styles.seen} aria-label={t('slip.normalised')}>
              <h3 className={styles.heading}>{t('slip.normalised')}</h3>
              {seen?.ok ? (
                <NormalisedTable normalised={seen.value} states={states} />
              ) : (
                !problem && <p className={styles.faint}>{t('slip.waiting')}</p>
              )}
              {problem && <ProblemMessage problem={problem} compact />}
            </section>
          </div>
        )
      )}
    </Dialog>
  )
}
