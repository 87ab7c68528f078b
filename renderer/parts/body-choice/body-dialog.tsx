import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Problem } from '../../../shared/problem.ts'
import type { VariantView } from '../../../shared/record/views.ts'
import { checkOptions } from '../../../shared/variants/choose-options.ts'
import { goTo } from '../../data/use-route.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../dialog.tsx'
import { ProblemMessage } from '../problem-message.tsx'
import styles from './body-choice.module.css'
import { OptionList } from './option-list.tsx'

export interface Chosen {
  readonly variantId: string
  /** Undefined leaves each vehicle the options that it has. */
  readonly options?: readonly string[]
}

interface Props {
  readonly title: string
  readonly variants: readonly VariantView[]
  /** Of the vehicle; empty where many are meant or it is not known. */
  readonly category: string
  readonly first: { readonly variantId: string; readonly options: readonly string[] }
  /** For many vehicles their options may stay as they are. */
  readonly many?: boolean
  readonly busy: boolean
  readonly problem?: Problem | undefined
  readonly onApply: (chosen: Chosen) => void
  readonly onClose: () => void
}

/** A body and its options for one vehicle or for many; what cannot be together cannot be ticked together. */
export function BodyDialog({
  title,
  variants,
  category,
  first,
  many = false,
  busy,
  problem,
  onApply,
  onClose,
}: Props): ReactNode {
  const { t } = useWords()
  const [variantId, setVariantId] = useState(
    first.variantId || (variants.length === 1 ? (variants[0]?.id ?? '') : ''),
  )
  const [options, setOptions] = useState<readonly string[]>(first.options)
  const [keep, setKeep] = useState(many)
  const variant = variants.find(({ id }) => id === variantId)
  const known = options.filter((id) => variant?.options.some((option) => option.id === id))
  const wrong = variant && !keep ? checkOptions(variant, known, category) : undefined
  return (
    <Dialog
      title={title}
      onClose={onClose}
      size={620}
      action={
        <Button
          disabled={!variant || wrong !== undefined}
          loading={busy}
          onClick={() => onApply({ variantId, ...(keep ? {} : { options: known }) })}
        >
          {t('body.apply')}
        </Button>
      }
    >
      {variants.length === 0 && (
        <>
          <p>{t('body.none')}</p>
          <Button variant="default" onClick={() => goTo({ screen: 'variants' })}>
            {t('body.none-open')}
          </Button>
        </>
      )}
      <fieldset className={styles.bodies}>
        <legend className="hidden-text">{t('body.choose')}</legend>
        {variants.map(({ id, name, categories, approval, version }) => (
          <label key={id} className={styles.body} data-chosen={id === variantId || undefined}>
            <input
              type="radio"
              name="body"
              value={id}
              checked={id === variantId}
              onChange={() => setVariantId(id)}
            />
            <span className={styles.name}>{name}</span>
            <span className={styles.note}>
              {[categories.join(' '), t('variants.version', { version }), approval]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </label>
        ))}
      </fieldset>
      {variant && variant.options.length > 0 && (
        <>
          {many && (
            <label className={styles.keep}>
              <input
                type="checkbox"
                checked={keep}
                onChange={(event) => setKeep(event.currentTarget.checked)}
              />
              {t('body.keep-options')}
            </label>
          )}
          {!keep && (
            <OptionList options={variant.options} category={category} chosen={known} onChosen={setOptions} />
          )}
        </>
      )}
      {wrong && <ProblemMessage problem={wrong} compact />}
      {problem && <ProblemMessage problem={problem} compact />}
    </Dialog>
  )
}
