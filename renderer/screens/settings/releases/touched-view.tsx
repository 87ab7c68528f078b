import { type ReactNode, useState } from 'react'
import { sectionTitle } from '../../../../shared/ivi/layout.ts'
import { text } from '../../../../shared/messages.ts'
import { sectionFinder } from '../../../../shared/releases/section-of.ts'
import type { Touched, TouchedPlace } from '../../../../shared/releases/views.ts'
import { listRules } from '../../../../shared/rules/explain.ts'
import { type Route, routeAddress } from '../../../data/route.ts'
import { showValue } from '../../../fields/show-value.ts'
import { useWords } from '../../../language/words.ts'
import styles from './releases.module.css'

interface Props {
  readonly touched: Touched
  readonly onLeave: () => void
  readonly name: (path: string) => string
}

/** What of the workspace a change of release touches, each with a way to it. */
export function TouchedView({ touched, onLeave, name }: Props): ReactNode {
  const { t, language } = useWords()
  const { profiles, variants, rules, layout, drafts } = touched
  const sectionOf = sectionFinder(layout.placed)
  const titles = new Map(listRules(language).map(({ id, title }) => [id, title]))
  const nothing = [profiles, variants, rules, layout.placed, layout.gone, drafts.touched].every(
    ({ length }) => length === 0,
  )
  return (
    <section aria-label={t('releases.touched')} className={styles.touched}>
      <h3 className={styles.touchedTitle}>{t('releases.touched')}</h3>
      {nothing && <p className={styles.words}>{t('releases.touches-nothing')}</p>}
      <Part title={t('releases.drafts', { count: drafts.touched.length, judged: drafts.judged })}>
        {drafts.touched.map(({ id, vin, places }) => (
          <Item
            key={id}
            name={vin}
            to={{ screen: 'vehicle', id, ...(places[0] ? { path: places[0].path } : {}) }}
            places={places}
            onLeave={onLeave}
            nameOf={name}
            sectionOf={sectionOf}
          />
        ))}
      </Part>
      {drafts.judged < drafts.open && (
        <p className={styles.words}>
          {text(language, 'schema-drafts-most', { judged: drafts.judged, open: drafts.open })}
        </p>
      )}
      <Part title={t('releases.bodies', { count: variants.length })}>
        {variants.map(({ id, name: title, places }) => (
          <Item
            key={id}
            name={title}
            to={{ screen: 'variants', variant: id }}
            places={places}
            onLeave={onLeave}
            nameOf={name}
            sectionOf={sectionOf}
          />
        ))}
      </Part>
      <Part title={t('releases.profiles', { count: profiles.length })}>
        {profiles.map(({ id, name: title, places }) => (
          <Item key={id} name={title} places={places} onLeave={onLeave} nameOf={name} sectionOf={sectionOf} />
        ))}
      </Part>
      <Part title={t('releases.rules', { count: rules.length })}>
        {rules.map(({ id, places }) => (
          <Item
            key={id}
            name={[id, titles.get(id)].filter(Boolean).join(' · ')}
            places={places}
            onLeave={onLeave}
            nameOf={name}
            sectionOf={sectionOf}
          />
        ))}
      </Part>
      <Part title={t('releases.placed', { count: layout.placed.length })}>
        {layout.placed.map(({ path, section, after }) => (
          <li key={path} className={styles.change}>
            <span className={styles.place}>{name(path)}</span>
            <span className={styles.words}>
              {sectionTitle(section, language)}
              {after && `, ${t('releases.after', { field: name(after) })}`}
            </span>
          </li>
        ))}
      </Part>
      <Part title={t('releases.gone', { count: layout.gone.length })}>
        {layout.gone.map(({ path, section }) => (
          <li key={path} className={styles.change}>
            <span className={styles.place}>{name(path)}</span>
            <span className={styles.words}>
              {text(language, 'release-words.touch-removed')}: {sectionTitle(section, language)}
            </span>
          </li>
        ))}
      </Part>
    </section>
  )
}

function Part({
  title,
  children,
}: {
  readonly title: string
  readonly children: readonly ReactNode[]
}): ReactNode {
  return (
    children.length > 0 && (
      <details className={styles.part} open={children.length <= 12}>
        <summary>{title}</summary>
        <ul>{children}</ul>
      </details>
    )
  )
}

interface ItemProps {
  readonly name: string
  readonly to?: Route
  readonly places: readonly TouchedPlace[]
  readonly onLeave: () => void
  readonly nameOf: (path: string) => string
  readonly sectionOf: (path: string) => string
}

/** So many lines tell what is the matter; the rest is counted. */
const few = 4

function Item({ name, to, places, onLeave, nameOf, sectionOf }: ItemProps): ReactNode {
  const { t, language } = useWords()
  const [all, setAll] = useState(false)
  const words = ({ path, kind, value, to: target }: TouchedPlace): string =>
    text(language, `release-words.touch-${kind}`, {
      value: value === undefined ? '' : showValue(path, value, t, language),
      to: target === undefined ? '' : sectionTitle(sectionOf(target), language),
    }) ?? kind
  return (
    <li className={styles.item}>
      {to ? (
        <a href={routeAddress(to)} onClick={onLeave}>
          {name}
        </a>
      ) : (
        <span>{name}</span>
      )}
      <ul className={styles.places}>
        {places.slice(0, all ? undefined : few).map((place) => (
          <li key={`${place.path} ${place.kind}`}>
            {nameOf(place.path)} <span className={styles.words}>{words(place)}</span>
          </li>
        ))}
        {!all && places.length > few && (
          <li>
            <button type="button" className={styles.more} onClick={() => setAll(true)}>
              {t('releases.more', { count: places.length - few })}
            </button>
          </li>
        )}
      </ul>
    </li>
  )
}
