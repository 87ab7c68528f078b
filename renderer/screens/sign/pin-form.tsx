import { Button, PasswordInput } from '@mantine/core'
import { IconSignature } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { KeyView } from '../../../shared/record/views.ts'
import { useWords } from '../../language/words.ts'
import styles from './pin-form.module.css'

interface Props {
  readonly chosen: KeyView | undefined
  readonly count: number
  /** True where it was signed; the PIN is forgotten either way. */
  readonly onSign: (pin: string) => Promise<boolean>
}

/** One PIN for the whole batch; it is never kept and never tried twice. */
export function PinForm({ chosen, count, onSign }: Props): ReactNode {
  const { t } = useWords()
  const [pin, setPin] = useState('')
  const atReader = chosen?.pinPad === true
  const locked = chosen?.pinState === 'locked'
  const submit = async (): Promise<void> => {
    const given = pin
    setPin('')
    await onSign(given)
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      {!atReader && (
        <PasswordInput
          label={t(chosen?.kind === 'p12' ? 'sign.password' : 'sign.pin')}
          description={t(chosen?.kind === 'p12' ? 'sign.password-note' : 'sign.pin-note')}
          value={pin}
          disabled={!chosen || locked}
          autoComplete="off"
          onChange={(event) => setPin(event.currentTarget.value)}
        />
      )}
      {atReader && <p className={styles.note}>{t('sign.pin-at-reader')}</p>}
      <Button
        type="submit"
        size="md"
        fullWidth
        leftSection={<IconSignature size={18} />}
        disabled={!chosen || locked || count === 0 || (!atReader && pin === '')}
      >
        {t('sign.sign', { count })}
      </Button>
      {!chosen && <p className={styles.note}>{t('sign.choose-key')}</p>}
    </form>
  )
}
