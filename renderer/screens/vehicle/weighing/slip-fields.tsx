import { Checkbox, Select, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { LoadCase } from '../../../../shared/weights/load-case.ts'
import { readDay, showDay } from '../../../language/date-text.ts'
import { useWords } from '../../../language/words.ts'
import { MeasureInput } from '../../../parts/measure-input.tsx'
import { AlsoRows } from './also-rows.tsx'
import { ContentsFields } from './contents-fields.tsx'
import { readTogether, type SlipForm } from './slip-form.ts'
import styles from './weighing.module.css'

interface Props {
  readonly form: SlipForm
  readonly given: LoadCase
  readonly options: readonly { readonly id: string; readonly name: string }[]
  readonly onForm: (change: Partial<SlipForm>) => void
}

/** The slip, its readings, and the state in which the vehicle stood on the scale. */
export function SlipFields({ form, given, options, onForm }: Props): ReactNode {
  const { t, language } = useWords()
  const { vehicle } = given
  const [day, setDay] = useState(() => showDay(form.day ?? '', language))
  const groups = vehicle.groups.map(({ axles }) => axles)
  return (
    <div className={styles.stack}>
      <div className={styles.fields}>
        <TextInput
          size="xs"
          label={t('slip.number')}
          required
          maxLength={100}
          value={form.slip}
          onChange={(event) => onForm({ slip: event.currentTarget.value })}
          data-autofocus
        />
        <TextInput
          size="xs"
          label={t('slip.day')}
          required
          placeholder={t('form.day-form')}
          value={day}
          error={day.trim() !== '' && !readDay(day) ? t('slip.no-day') : undefined}
          onChange={(event) => {
            setDay(event.currentTarget.value)
            onForm({ day: readDay(event.currentTarget.value) })
          }}
          onBlur={() => form.day && setDay(showDay(form.day, language))}
        />
        <MeasureInput
          label={t('slip.division')}
          unit="kg"
          value={form.division}
          onValue={(division) => onForm({ division })}
        />
      </div>
      <fieldset className={styles.group}>
        <legend>{t('slip.readings')}</legend>
        <div className={styles.fields}>
          {vehicle.support && (
            <MeasureInput
              label={t('slip.coupling')}
              unit="kg"
              value={form.coupling}
              onValue={(coupling) => onForm({ coupling })}
            />
          )}
          {form.readings.map(({ axles, kg }, at) => (
            <MeasureInput
              key={axles.join()}
              label={
                axles.length === 1
                  ? t('slip.axle', { axle: axles[0] })
                  : t('slip.axles', { axles: axles.join(', ') })
              }
              unit="kg"
              value={kg}
              onValue={(next) =>
                onForm({
                  readings: form.readings.map((reading, index) =>
                    index === at ? { ...reading, kg: next } : reading,
                  ),
                })
              }
            />
          ))}
        </div>
        {groups.map((axles) => (
          <Checkbox
            key={axles.join()}
            size="xs"
            label={t('slip.together', { axles: axles.join(', ') })}
            checked={form.readings.some((reading) => reading.axles.join() === axles.join())}
            onChange={(event) =>
              onForm({ readings: readTogether(form.readings, axles, event.currentTarget.checked) })
            }
          />
        ))}
      </fieldset>
      <fieldset className={styles.group}>
        <legend>{t('slip.state')}</legend>
        {!vehicle.support && (
          <div className={styles.fields}>
            <Select
              size="xs"
              label={t('slip.driver')}
              allowDeselect={false}
              data={[
                { value: 'out', label: t('slip.driver-out') },
                { value: 'aboard', label: t('slip.driver-aboard') },
              ]}
              value={form.driver.aboard ? 'aboard' : 'out'}
              onChange={(value) => onForm({ driver: { ...form.driver, aboard: value === 'aboard' } })}
            />
            {!form.driver.aboard && (
              <MeasureInput
                label={t('slip.driver-x')}
                unit="mm"
                value={form.driver.x}
                onValue={(x) => onForm({ driver: { ...form.driver, x } })}
              />
            )}
          </div>
        )}
        <ContentsFields form={form} onForm={onForm} />
      </fieldset>
      {options.length > 0 && (
        <fieldset className={styles.group}>
          <legend>{t('slip.options')}</legend>
          {options.map(({ id, name }) => (
            <Checkbox
              key={id}
              size="xs"
              label={name}
              checked={form.options.includes(id)}
              onChange={(event) =>
                onForm({
                  options: event.currentTarget.checked
                    ? [...form.options, id]
                    : form.options.filter((each) => each !== id),
                })
              }
            />
          ))}
        </fieldset>
      )}
      <AlsoRows form={form} onForm={onForm} />
    </div>
  )
}
