import { SegmentedControl } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import { useWords } from '../../language/words.ts'
import chooser from './chooser.module.css'
import styles from './compare.module.css'
import { FileChoice } from './file-choice.tsx'
import type { SideChoice } from './side-choice.ts'
import { TakenChoice } from './taken-choice.tsx'
import { VehicleChoice } from './vehicle-choice.tsx'

interface Props {
  readonly title: string
  readonly choice: SideChoice
  /** Vehicles that were taken in the register. */
  readonly taken: readonly number[]
  readonly onChoice: (choice: SideChoice) => void
}

const kinds = ['vehicle', 'files', 'register'] as const

/** One side: a vehicle's message, files of anybody, or the register. */
export function SideChooser({ title, choice, taken, onChoice }: Props): ReactNode {
  const { t } = useWords()
  const id = useId()
  const begin = (kind: string): SideChoice => {
    if (kind === 'files') return { kind: 'files', files: [] }
    if (kind === 'register') return { kind: 'register' }
    return taken.length > 1
      ? { kind: 'taken', ids: taken, stages: false }
      : { kind: 'vehicle', spec: taken[0] === undefined ? '' : String(taken[0]) }
  }
  return (
    <section className={chooser.side} aria-labelledby={id}>
      <div className={chooser.sideHead}>
        <h2 id={id} className={chooser.sideTitle}>
          {title}
        </h2>
        <SegmentedControl
          size="xs"
          aria-label={title}
          value={choice.kind === 'taken' ? 'vehicle' : choice.kind}
          onChange={(kind) => onChoice(begin(kind))}
          data={kinds.map((kind) => ({ value: kind, label: t(`compare-screen.kinds.${kind}`) }))}
        />
      </div>
      {choice.kind === 'vehicle' && (
        <VehicleChoice spec={choice.spec} onSpec={(spec) => onChoice({ kind: 'vehicle', spec })} />
      )}
      {choice.kind === 'taken' && <TakenChoice choice={choice} onChoice={onChoice} />}
      {choice.kind === 'files' && (
        <FileChoice files={choice.files} onFiles={(files) => onChoice({ kind: 'files', files })} />
      )}
      {choice.kind === 'register' && <p className={styles.soft}>{t('compare-screen.register-text')}</p>}
    </section>
  )
}
