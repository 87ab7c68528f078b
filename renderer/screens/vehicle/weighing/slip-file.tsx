import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { type Problem, problem } from '../../../../shared/problem.ts'
import { parseSlip, type Slip } from '../../../../shared/weights/slip.ts'
import { useWords } from '../../../language/words.ts'
import styles from './weighing.module.css'

interface Props {
  /** The vehicle on the scale; a slip of another one is refused. */
  readonly vin: string
  readonly onSlip: (slip: Slip) => void
  readonly onProblem: (problem: Problem) => void
}

/** Fills the form from the file of a scale: JSON in the form that `bodymark weighing add --help` shows. */
export function SlipFile({ vin, onSlip, onProblem }: Props): ReactNode {
  const { t } = useWords()
  const read = async (file: File | null): Promise<void> => {
    if (!file) return
    const json = parsedJson(await file.text())
    const slip = parseSlip(json)
    if (!slip.ok) return onProblem({ ...slip.problem, where: { file: file.name } })
    const found = slip.value.vin?.replace(/\s/g, '').toUpperCase()
    if (found !== undefined && found !== vin)
      return onProblem(
        problem('slip-of-another-vin', { slip: slip.value.slip, found, expected: vin }, { vin }),
      )
    onSlip(slip.value)
  }
  return (
    <FileButton accept=".json,application/json" onChange={(file) => void read(file)}>
      {({ onClick }) => (
        <Button
          size="compact-sm"
          variant="default"
          className={styles.add ?? ''}
          leftSection={<IconFileImport size={14} />}
          onClick={onClick}
        >
          {t('slip.from-file')}
        </Button>
      )}
    </FileButton>
  )
}

/** What is no JSON is no slip either; the slip's own check says so. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
