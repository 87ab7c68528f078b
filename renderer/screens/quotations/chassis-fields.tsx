import { Button, FileButton, SegmentedControl, TextInput } from '@mantine/core'
import { IconFileImport, IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { Output } from '../../../shared/ipc-contract.ts'
import type { RecordWeights } from '../../../shared/weights/record-weights.ts'
import { fileInput } from '../../api.ts'
import { useAction } from '../../data/use-action.ts'
import { useWords } from '../../language/words.ts'
import { BaseReport } from '../../parts/base-report.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { ChassisByHand } from './chassis-by-hand.tsx'
import { FormSection, type PartProps } from './form-section.tsx'
import { vehicleForm } from './from-quotation.ts'
import type { QuotationForm } from './quotation-form.ts'
import styles from './quotations.module.css'

interface Props extends PartProps<QuotationForm> {
  /** What the chassis weighs as far as it is known, to go on by hand. */
  readonly weights: RecordWeights | undefined
}

/** The chassis: figures by hand, or those of a vehicle or base that is here. */
export function ChassisFields({ form, onForm, disabled, weights }: Props): ReactNode {
  const { t } = useWords()
  const known = form.chassisVin !== undefined
  return (
    <FormSection
      title={t('quotations.chassis')}
      actions={
        <SegmentedControl
          size="xs"
          className={styles.switch ?? ''}
          disabled={disabled}
          aria-label={t('quotations.chassis')}
          data={[
            { value: 'hand', label: t('quotations.by-hand') },
            { value: 'known', label: t('quotations.known') },
          ]}
          value={known ? 'known' : 'hand'}
          onChange={(value) =>
            onForm({ chassisVin: value === 'known' ? (form.chassisVin ?? '') : undefined })
          }
        />
      }
    >
      {known ? (
        <KnownChassis form={form} onForm={onForm} disabled={disabled} weights={weights} />
      ) : (
        <ChassisByHand
          form={form.vehicle}
          onForm={(change) => onForm({ vehicle: { ...form.vehicle, ...change } })}
          disabled={disabled}
        />
      )}
    </FormSection>
  )
}

function KnownChassis({ form, onForm, disabled, weights }: Props): ReactNode {
  const { t } = useWords()
  const bases = useAction('base/add')
  const [report, setReport] = useState<Output<'base/add'>>()
  const addBases = async (files: readonly File[]): Promise<void> => {
    const result = await bases.run({ files: await Promise.all(files.map(fileInput)) })
    if (!result.ok) return
    const doubtful = result.value.some(({ problem, stage }) => problem || (stage && !stage.signature.valid))
    setReport(doubtful ? result.value : undefined)
    const vin = result.value.find((each) => each.stage)?.vin
    if (vin) onForm({ chassisVin: vin })
  }
  return (
    <div className={styles.stack}>
      <TextInput
        size="xs"
        label={t('quotations.chassis-vin')}
        description={t('quotations.chassis-vin-note')}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        disabled={disabled}
        value={form.chassisVin ?? ''}
        onChange={(event) =>
          onForm({ chassisVin: event.currentTarget.value.replace(/\s/g, '').toUpperCase() })
        }
      />
      <div className={styles.buttons}>
        <FileButton
          multiple
          accept=".xml,text/xml,application/xml"
          onChange={(files) => void addBases(files)}
        >
          {({ onClick }) => (
            <Button
              size="compact-sm"
              variant="default"
              disabled={disabled}
              loading={bases.busy}
              leftSection={<IconFileImport size={14} />}
              onClick={onClick}
            >
              {t('quotations.add-base')}
            </Button>
          )}
        </FileButton>
        {weights?.kind === 'ready' && !disabled && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconPencil size={14} />}
            onClick={() => onForm({ chassisVin: undefined, vehicle: vehicleForm(weights.given.vehicle) })}
          >
            {t('quotations.copy-by-hand')}
          </Button>
        )}
      </div>
      {bases.problem && <ProblemMessage problem={bases.problem} compact />}
      {report && <BaseReport items={report} />}
    </div>
  )
}
