import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { VehicleDetail } from '../../../../shared/record/views.ts'
import { goTo } from '../../../data/use-route.ts'
import { useWords } from '../../../language/words.ts'

/** From the vehicle to the whole comparison: with its latest earlier stage, or with whatever is chosen. */
export function CompareLinks({ detail }: { readonly detail: VehicleDetail }): ReactNode {
  const { t } = useWords()
  const { id } = detail.row
  const icon = <IconArrowsDiff size={15} stroke={1.7} />
  return (
    <>
      {detail.stages.length > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={icon}
          onClick={() => goTo({ screen: 'compare', left: `${id}/stage`, right: String(id) })}
        >
          {t('compare-screen.with-base')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={icon}
        onClick={() => goTo({ screen: 'compare', ids: [id] })}
      >
        {t('compare-screen.with')}
      </Button>
    </>
  )
}
