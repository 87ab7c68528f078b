import { Button, VisuallyHidden } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ValueType } from '../../../../shared/ivi/catalogue.ts'
import { exampleOf, helpOf, unitOf, wordingOf } from '../../../../shared/ivi/facts.ts'
import { describe } from '../../../../shared/rules/explain.ts'
import { fieldEntry, fieldName } from '../../../fields/field-facts.ts'
import { limitsText } from '../../../fields/limits-text.ts'
import { ProvenanceIcon, sourceText } from '../../../fields/provenance.tsx'
import { showValue } from '../../../fields/show-value.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft, useFindingsAt, useSource, useValue } from '../draft-context.ts'
import { latestValue } from '../stage-values.ts'
import styles from './detail-strip.module.css'

/** Ids of what describes the field under the cursor to whoever hears it. */
export const detailIds = 'field-limits field-help'

interface Props {
  readonly path: string | undefined
  /** How many pasted cells found no place. */
  readonly leftOut: number
}

/** What is known of the field under the cursor: what it means, an example, its limits, where its value came from. */
export function DetailStrip({ path, leftOut }: Props): ReactNode {
  const { t } = useWords()
  const note = leftOut > 0 ? t('form.left-out', { count: leftOut }) : ''
  return (
    <footer className={styles.strip} aria-live="off">
      {note !== '' ? (
        <strong>{note}</strong>
      ) : path ? (
        <Details path={path} />
      ) : (
        <span className={styles.hint}>{t('form.strip-hint')}</span>
      )}
      <VisuallyHidden role="status">
        {note} {path && <Errors path={path} />}
      </VisuallyHidden>
    </footer>
  )
}

/** What is wrong with the field, said as soon as it is and as often as it changes. */
function Errors({ path }: { readonly path: string }): ReactNode {
  const { language } = useWords()
  return useFindingsAt(path)
    .map((finding) => describe(finding, language))
    .join(' ')
}

function Details({ path }: { readonly path: string }): ReactNode {
  const { t, language } = useWords()
  const { stages, store, readOnly } = useDraft()
  const value = useValue(path)
  const source = useSource(path)
  const entry = fieldEntry(path)
  const earlier = latestValue(stages, path)
  if (!entry) return null
  const limits = [limitsText(entry.type, t, language), unitOf(path)].filter(Boolean).join(' ')
  const isUncertain = wordingOf(path, language)?.certainty === 'low'
  return (
    <>
      <div className={styles.facts}>
        <strong className={styles.name}>{fieldName(path, language)}</strong>
        <span id="field-limits" className={styles.limits}>
          {usedText(entry.type, value) ? t('form.used', usedText(entry.type, value)) : limits}
        </span>
        {source && (
          <span className={styles.source} title={sourceText(source, t, language)}>
            <ProvenanceIcon source={source} />
            <span className={styles.sourceText}>{sourceText(source, t, language)}</span>
          </span>
        )}
        {!readOnly && earlier !== '' && earlier !== value && (
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowBackUp size={13} />}
            // The cursor stays in the field.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => store.set([{ path, value: earlier }])}
            tabIndex={-1}
            title={t('form.take-over-key')}
          >
            {t('form.take-over', { value: showValue(path, earlier, t, language) })}
          </Button>
        )}
        <code className={styles.path}>{entry.name}</code>
      </div>
      <Help path={path} isUncertain={isUncertain} />
    </>
  )
}

function Help({ path, isUncertain }: { readonly path: string; readonly isUncertain: boolean }): ReactNode {
  const { t, language } = useWords()
  const help = helpOf(path, language)?.text ?? ''
  const example = exampleOf(path)
  const shown = example && t('form.example', { value: showValue(path, example, t, language) })
  const doubt = isUncertain && t('form.name-uncertain')
  const text = [help, shown, doubt].filter(Boolean)
  return (
    <p id="field-help" className={styles.help} title={text.join(' ')}>
      {help} {shown && <span className={styles.example}>{shown}</span>}{' '}
      {doubt && <span className={styles.example}>{doubt}</span>}
    </p>
  )
}

/** How much of a long text's room is used, from the first letter on. */
function usedText({ base, codes, maxLength = 0 }: ValueType, value: string) {
  const isLong = base === 'string' && !codes && maxLength > 80 && value !== ''
  return isLong ? { used: [...value].length, most: maxLength } : undefined
}
