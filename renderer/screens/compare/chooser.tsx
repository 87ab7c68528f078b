import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { SideInput } from '../../../shared/compare/side-input.ts'
import { useWords } from '../../language/words.ts'
import chooser from './chooser.module.css'
import { inputsOf, type Sides } from './side-choice.ts'
import { SideChooser } from './side-chooser.tsx'

interface Props {
  /** Vehicles that were taken in the register. */
  readonly ids: readonly number[]
  readonly sides: Sides
  readonly onSides: (sides: Sides) => void
  readonly busy: boolean
  readonly onRun: (left: readonly SideInput[], right: readonly SideInput[]) => void
}

/** What is to be compared, side by side as the result will stand. */
export function Chooser({ ids, sides, onSides, busy, onRun }: Props): ReactNode {
  const { t } = useWords()
  const { left, right } = sides
  const [lefts, rights] = [inputsOf(left), inputsOf(right)]
  // The register is compared with what the other side names.
  const isOpen = left.kind === 'register' && right.kind === 'register'
  return (
    <div className={chooser.chooser}>
      <SideChooser
        title={t('compare-screen.left')}
        choice={left}
        taken={ids}
        onChoice={(choice) => onSides({ left: choice, right })}
      />
      <SideChooser
        title={t('compare-screen.right')}
        choice={right}
        taken={ids}
        onChoice={(choice) => onSides({ left, right: choice })}
      />
      <Button
        className={chooser.run ?? ''}
        leftSection={<IconArrowsDiff size={16} />}
        disabled={isOpen || lefts.length === 0 || rights.length === 0}
        loading={busy}
        onClick={() => onRun(lefts, rights)}
      >
        {t('compare-screen.run')}
      </Button>
    </div>
  )
}
