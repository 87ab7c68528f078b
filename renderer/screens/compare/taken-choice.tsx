import { Button, Radio } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../../language/words.ts'
import chooser from './chooser.module.css'
import styles from './compare.module.css'
import type { SideChoice } from './side-choice.ts'

interface Props {
  readonly choice: Extract<SideChoice, { kind: 'taken' }>
  readonly onChoice: (choice: SideChoice) => void
}

/** Many vehicles of the register at once. */
export function TakenChoice({ choice, onChoice }: Props): ReactNode {
  const { t } = useWords()
  return (
    <>
      <p>
        <strong>{t('compare-screen.taken', { count: choice.ids.length })}</strong>
      </p>
      <Radio.Group
        aria-label={t('compare-screen.message')}
        value={choice.stages ? 'stages' : 'now'}
        onChange={(value) => onChoice({ ...choice, stages: value === 'stages' })}
      >
        <div className={chooser.stack}>
          <Radio size="xs" value="now" label={t('compare-screen.as-they-stand')} />
          <Radio size="xs" value="stages" label={t('compare-screen.latest-stage')} />
        </div>
      </Radio.Group>
      <Button
        className={styles.start ?? ''}
        size="compact-xs"
        variant="subtle"
        onClick={() => onChoice({ kind: 'vehicle', spec: '' })}
      >
        {t('compare-screen.other-choice')}
      </Button>
    </>
  )
}
