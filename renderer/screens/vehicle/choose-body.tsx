import { type ReactNode, useState } from 'react'
import type { Problem } from '../../../shared/problem.ts'
import type { VehicleDetail } from '../../../shared/record/views.ts'
import { coversCategory } from '../../../shared/variants/variant.ts'
import { useAction } from '../../data/use-action.ts'
import { useWorkspace } from '../../data/workspace.ts'
import { useWords } from '../../language/words.ts'
import { BodyDialog, type Chosen } from '../../parts/body-choice/body-dialog.tsx'
import { useDraft } from './draft-context.ts'

interface Props {
  readonly detail: VehicleDetail
  readonly onClose: () => void
}

/** The body and the options of this vehicle; what was typed stays over them. */
export function ChooseBody({ detail, onClose }: Props): ReactNode {
  const { t } = useWords()
  const { store } = useDraft()
  const { variants } = useWorkspace()
  const apply = useAction('vehicle/apply-variant')
  const [refused, setRefused] = useState<Problem>()
  const { row } = detail
  const fitting = variants.filter(
    ({ id, categories, becomes }) =>
      row.category === '' || id === row.variantId || becomes || coversCategory(categories, row.category),
  )
  const choose = async ({ variantId, options }: Chosen): Promise<void> => {
    setRefused(undefined)
    await store.flush()
    const result = await apply.run({
      ids: [row.id],
      variantId,
      ...(options ? { options: [...options] } : {}),
    })
    if (!result.ok) return
    const because = result.value.find(({ problem }) => problem)?.problem
    if (because) setRefused(because)
    else onClose()
  }
  return (
    <BodyDialog
      title={t('body.title')}
      variants={fitting}
      category={row.category}
      first={{ variantId: row.variantId, options: row.options ?? [] }}
      busy={apply.busy}
      problem={apply.problem ?? refused}
      onApply={(chosen) => void choose(chosen)}
      onClose={onClose}
    />
  )
}
