import { type ReactNode, useMemo } from 'react'
import { isEmptyDiff } from '../../../../shared/ivi/diff-releases.ts'
import { formSections, sectionTitle } from '../../../../shared/ivi/layout.ts'
import { text } from '../../../../shared/messages.ts'
import { changeKinds, type DiffLine, diffLines } from '../../../../shared/releases/diff-lines.ts'
import { sectionFinder } from '../../../../shared/releases/section-of.ts'
import type { ReleaseComparison } from '../../../../shared/releases/views.ts'
import { fieldName } from '../../../fields/field-facts.ts'
import { useWords } from '../../../language/words.ts'
import { PlaceName } from './place-name.tsx'
import styles from './releases.module.css'
import { TouchedView } from './touched-view.tsx'

interface Props {
  readonly comparison: ReleaseComparison
  /** Before a link leads elsewhere. */
  readonly onLeave: () => void
}

/** What changed, counted and then section by section as the form has them; below it what that touches here. */
export function ComparisonView({ comparison: { diff, touched }, onLeave }: Props): ReactNode {
  const { t, language } = useWords()
  const { lines, sections } = useMemo(() => {
    const sectionOf = sectionFinder(touched.layout.placed)
    const order = new Map(formSections.map(({ id }, at) => [id, at]))
    const all = diffLines(diff, language, (path) => sectionTitle(sectionOf(path), language))
    const bySection = [...Map.groupBy(all, ({ path }) => sectionOf(path))]
    bySection.sort(([left], [right]) => (order.get(left) ?? 99) - (order.get(right) ?? 99))
    return { lines: all, sections: bySection }
  }, [diff, language, touched.layout.placed])
  if (isEmptyDiff(diff)) return <p>{t('releases.same')}</p>
  return (
    <>
      <ul className={styles.counts}>
        {changeKinds.map((kind) => {
          const count = lines.filter((line) => line.kind === kind).length
          return (
            count > 0 && (
              <li key={kind} data-kind={kind}>
                <b>{count}</b> {text(language, `release-kinds.${kind}`)}
              </li>
            )
          )
        })}
      </ul>
      {diff.from.namespace !== diff.to.namespace && (
        <p className={styles.namespace}>
          {t('releases.namespace', { before: diff.from.namespace, after: diff.to.namespace })}
        </p>
      )}
      <section aria-label={t('releases.changes')} className={styles.changes}>
        {sections.map(([id, own]) => (
          <Section
            key={id}
            title={id === '' ? t('releases.elsewhere') : sectionTitle(id, language)}
            lines={own}
          />
        ))}
      </section>
      <TouchedView touched={touched} onLeave={onLeave} name={(path) => fieldName(path, language)} />
    </>
  )
}

function Section({
  title,
  lines,
}: {
  readonly title: string
  readonly lines: readonly DiffLine[]
}): ReactNode {
  return (
    <div>
      <h3 className={styles.sectionTitle}>{title}</h3>
      <ul>
        {lines.map(({ kind, path, words }) => (
          <li key={`${kind} ${path}`} className={styles.change} data-kind={kind}>
            <PlaceName path={path} />
            <span className={styles.words}>{words}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
