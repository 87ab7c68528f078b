import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { VariantDetail } from '../../../shared/record/views.ts'
import type { Definition } from '../../../shared/variants/definition.ts'
import { inherit } from '../../../shared/variants/inherit.ts'
import type { Variant } from '../../../shared/variants/variant.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { useWords } from '../../language/words.ts'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import { differs } from './draft-variant.ts'
import { LoadsSection } from './loads-section.tsx'
import { OptionsSection } from './options-section.tsx'
import { ValuesSection } from './values-section.tsx'
import { VariantHead } from './variant-head.tsx'
import styles from './variants.module.css'

interface Common {
  readonly onKept: (id: string) => void
  readonly onDiscard: () => void
  readonly onBegin: (draft: Definition) => void
  readonly onExport: (form: 'json' | 'xlsx') => void
}
interface Props extends Common {
  readonly id: string
  /** A body that is not kept yet. */
  readonly begun: Definition | undefined
}

export function VariantPage({ id, begun, ...actions }: Props): ReactNode {
  const [version, setVersion] = useState<number>()
  const detail = useCall(
    'variant/get',
    { id, ...(version ? { version } : {}) },
    { enabled: !begun, keepLast: true },
  )
  if (begun) return <WithBase first={begun} detail={undefined} onVersion={() => undefined} {...actions} />
  if (detail.problem) return <ProblemMessage problem={detail.problem} />
  if (!detail.value) return <div aria-busy="true" className={styles.page} />
  const { definition } = detail.value
  return (
    <WithBase
      key={`${definition.id} ${definition.version}`}
      first={definition}
      detail={detail.value}
      onVersion={setVersion}
      {...actions}
    />
  )
}

interface OpenProps extends Common {
  readonly first: Definition
  readonly detail: VariantDetail | undefined
  readonly onVersion: (version: number) => void
}

/** The body that it is made from has to be there before anything can be shown. */
function WithBase(props: OpenProps): ReactNode {
  const { inherits } = props.first
  const base = useCall(
    'variant/get',
    { id: inherits?.id ?? '', ...(inherits?.version ? { version: inherits.version } : {}) },
    { enabled: inherits !== undefined },
  )
  if (base.problem) return <ProblemMessage problem={base.problem} />
  if (inherits && !base.value) return <div aria-busy="true" className={styles.page} />
  return <Editor base={base.value?.variant} {...props} />
}

function Editor({
  first,
  base,
  detail,
  onVersion,
  onKept,
  onDiscard,
  onBegin,
  onExport,
}: OpenProps & { readonly base: Variant | undefined }): ReactNode {
  const { t } = useWords()
  const [draft, setDraft] = useState(first)
  const save = useAction('variant/save')
  const variant = inherit(draft, base)
  const newest = detail?.versions.at(-1)?.version
  const next = newest === undefined ? draft.version : newest + 1
  const changed = !detail || differs(draft, first)
  const keep = async (): Promise<void> => {
    const saved = await save.run({ json: { ...draft, version: next } })
    if (saved.ok) onKept(saved.value.id)
  }
  const part = { draft, variant, onDraft: setDraft }
  return (
    <article className={styles.page} aria-label={draft.name}>
      <VariantHead
        {...part}
        base={base}
        detail={detail}
        onVersion={onVersion}
        onBegin={onBegin}
        onExport={onExport}
      />
      <ValuesSection {...part} />
      <LoadsSection {...part} />
      <OptionsSection {...part} />
      {changed && (
        <section className={styles.saving} aria-label={t('variants.saving')}>
          <div className={styles.savingWords}>
            <strong>{t('variants.changed')}</strong>
            <span className={styles.note}>
              {detail
                ? t('variants.changed-note', { version: next, count: detail.vehicles.open })
                : t('variants.new-note')}
            </span>
            {save.problem && <ProblemMessage problem={save.problem} compact />}
          </div>
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              save.forget()
              setDraft(first)
              onDiscard()
            }}
          >
            {t('variants.discard')}
          </Button>
          <Button size="xs" loading={save.busy} onClick={() => void keep()}>
            {t('variants.save-as', { version: next })}
          </Button>
        </section>
      )}
    </article>
  )
}
