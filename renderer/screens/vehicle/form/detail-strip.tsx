import { Button } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { unitOf } from '../../../../shared/ivi/facts.ts'
import { fieldEntry, fieldName } from '../../../fields/field-facts.ts'
import { limitsText } from '../../../fields/limits-text.ts'
import { ProvenanceIcon, sourceText } from '../../../fields/provenance.tsx'
import { showValue } from '../../../fields/show-value.ts'
import { useWords } from '../../../language/words.ts'
import { useDraft, useSource, useValue } from '../draft-context.ts'
import { latestValue } from '../stage-values.ts'
import styles from './detail-strip.module.css'

/** What is known of the field under the cursor: its place in the message, its limits, where its value came from. */
export function DetailStrip({ path }: { readonly path: string | undefined }): ReactNode {
  const { t } = useWords()
  return (
    <footer className={styles.strip} aria-live="off">
      {path ? <Details path={path} /> : <span className={styles.hint}>{t('form.strip-hint')}</span>}
    </footer>
  )
}

function Details({ path }: { readonly path: string }): ReactNode {
  const { t, language } = useWords()
  const { stages, store, readOnly } = useDraft()
  const value = useValue(path)
  const source = useSource(path)
  const entry = fieldEntry(path)
  const earlier = latestValue(stages, path)
  if (!entry) return null
  const name = fieldName(path, language)
  const unit = unitOf(path)
  return (
    <>
      <strong className={styles.name}>{name}</strong>
      <span className={styles.limits}>
        {[limitsText(entry.type, t, language), unit].filter(Boolean).join(' ')}
      </span>
      {source && (
        <span className={styles.source}>
          <ProvenanceIcon source={source} />
          {sourceText(source, t, language)}
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
        >
          {t('form.take-over', { value: showValue(path, earlier, t, language) })}
        </Button>
      )}
      <code className={styles.path}>{entry.name}</code>
    </>
  )
}
