import type { ReactNode } from 'react'
import type { Source } from '../../../../shared/record/layers.ts'
import { ProvenanceIcon, sourceText } from '../../../fields/provenance.tsx'
import { useWords } from '../../../language/words.ts'
import { useDraft } from '../draft-context.ts'
import styles from './source-mark.module.css'

/** Where a value came from, as a shape; one that was read on paper leads to its page. */
export function SourceMark({ source }: { readonly source: Source | undefined }): ReactNode {
  const { onPlace } = useDraft()
  const { t, language } = useWords()
  const text = source && sourceText(source, t, language)
  const paper = source && 'paper' in source ? source.paper : undefined
  if (!source || !paper || !onPlace) {
    return (
      <span className={styles.source} title={text}>
        {source && <ProvenanceIcon source={source} />}
      </span>
    )
  }
  return (
    <button
      type="button"
      className={styles.source}
      data-leads
      title={text}
      aria-label={t('source.show-page', { page: paper.page, file: paper.file })}
      // From field to field by Tab; Alt + Enter in the field leads there too.
      tabIndex={-1}
      onClick={() => onPlace(paper)}
    >
      <ProvenanceIcon source={source} />
    </button>
  )
}
