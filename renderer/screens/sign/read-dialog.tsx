import { Button } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { itemNumber, unitOf } from '../../../shared/ivi/facts.ts'
import { sectionTitle } from '../../../shared/ivi/layout.ts'
import { leavesOf, type MessageTree } from '../../../shared/ivi/message.ts'
import { schemaPath } from '../../../shared/ivi/path.ts'
import { shippedFor } from '../../../shared/language/languages.ts'
import { saveFile } from '../../data/save-file.ts'
import { useAction } from '../../data/use-action.ts'
import { useCall } from '../../data/use-call.ts'
import { fieldLabel, sections } from '../../fields/field-facts.ts'
import { showValue } from '../../fields/show-value.ts'
import { useWords } from '../../language/words.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { ProblemMessage } from '../../parts/problem-message.tsx'
import styles from './read-dialog.module.css'

/** The certificate in the order of the CoC, to be read before somebody puts their name to it. */
export function ReadDialog({
  id,
  onClose,
}: {
  readonly id: number
  readonly onClose: () => void
}): ReactNode {
  const { t, language } = useWords()
  const detail = useCall('vehicle/get', { id })
  const { run, busy, problem } = useAction('print/certificate')
  const print = async (): Promise<void> => {
    const printed = await run({ id, language: shippedFor(language), duplicate: false })
    if (printed.ok) saveFile(printed.value.name, printed.value.base64)
  }
  return (
    <Dialog
      title={detail.value?.row.vin ?? t('sign.read')}
      onClose={onClose}
      size={760}
      footer={
        <>
          <Button variant="default" loading={busy} onClick={() => void print()}>
            {t('print-texts.make')}
          </Button>
          <Button onClick={onClose}>{t('close')}</Button>
        </>
      }
    >
      {detail.problem && <ProblemMessage problem={detail.problem} />}
      {problem && <ProblemMessage problem={problem} compact />}
      {detail.value && <Certificate tree={detail.value.tree} />}
    </Dialog>
  )
}

interface Entry {
  readonly field: string
  readonly values: readonly { readonly path: string; readonly value: string }[]
}

function Certificate({ tree }: { readonly tree: MessageTree }): ReactNode {
  const { t, language } = useWords()
  const sections = useMemo(() => stated(tree), [tree])
  return (
    <div className={styles.certificate}>
      {sections.map(({ id, entries }) => (
        <section key={id}>
          <h3 className={styles.section}>{sectionTitle(id, language)}</h3>
          <dl className={styles.list}>
            {entries.map(({ field, values }) => (
              <div key={field} className={styles.entry}>
                <dt className={styles.label}>
                  <span className={styles.item}>{itemNumber(field)}</span>
                  {fieldLabel(field, language)}
                </dt>
                <dd className={styles.value}>
                  {values.map(({ path, value }) => showValue(path, value, t, language)).join(' · ')}{' '}
                  {unitOf(field)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

/** What the message states, section by section; a table's values stand side by side. */
function stated(tree: MessageTree): readonly { readonly id: string; readonly entries: readonly Entry[] }[] {
  const byField = new Map<string, { path: string; value: string }[]>()
  for (const [path, value] of leavesOf(tree)) {
    const field = schemaPath(path)
    const values = byField.get(field) ?? []
    byField.set(field, values)
    values.push({ path, value })
  }
  return sections
    .map(({ id, fields }) => ({
      id,
      entries: fields.flatMap((field) => {
        const values = byField.get(field)
        return values ? [{ field, values }] : []
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}
