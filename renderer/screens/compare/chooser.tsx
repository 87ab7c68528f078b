import { Button } from '@mantine/core'
import { IconArrowsDiff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { SideInput } from '../../../shared/compare/side-input.ts'
import { useWords } from '../../language/words.ts'
import styles from './compare.module.css'
import { inputsOf, type SideChoice } from './side-choice.ts'
import { SideChooser } from './side-chooser.tsx'

interface Props {
  /** Vehicles that were taken in the register. */
  readonly ids: readonly number[]
  /** What an address names already. */
  readonly left: string
  readonly right: string
  readonly busy: boolean
  readonly onRun: (left: readonly SideInput[], right: readonly SideInput[]) => void
}

/** What is to be compared, side by side as the result will stand. */
export function Chooser({ ids, left, right, busy, onRun }: Props): ReactNode {
  const { t } = useWords()
  const [first, ...others] = ids
  const [ours, setOurs] = useState<SideChoice>(
    others.length > 0
      ? { kind: 'taken', ids, stages: false }
      : { kind: 'vehicle', spec: first === undefined ? left : String(first) },
  )
  const [theirs, setTheirs] = useState<SideChoice>(
    right ? { kind: 'vehicle', spec: right } : { kind: 'files', files: [] },
  )
  const [lefts, rights] = [inputsOf(ours), inputsOf(theirs)]
  const isOpen = ours.kind === 'register' && theirs.kind === 'register'
  return (
    <div className={styles.chooser}>
      <SideChooser title={t('compare-screen.left')} choice={ours} taken={ids} onChoice={setOurs} />
      <SideChooser title={t('compare-screen.right')} choice={theirs} taken={ids} onChoice={setTheirs} />
      <Button
        className={styles.run ?? ''}
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
