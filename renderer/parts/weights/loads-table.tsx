import type { ReactNode } from 'react'
import type { Load, WeightState, WeightsReport } from '../../../shared/weights/weights-report.ts'
import { useWords } from '../../language/words.ts'
import { barsOf } from '../drawing/bars.ts'
import { figures } from '../drawing/figures.ts'
import { OverWord } from './over-word.tsx'
import styles from './weights.module.css'

/** The figures of the drawing for every state: each axle, group and coupling, and the whole, against its limit. */
export function LoadsTable({ report }: { readonly report: WeightsReport }): ReactNode {
  const { t, language } = useWords()
  const { kg } = figures(language)
  const places = placesOf(report.states, (kind, axle) => t(`drawing.bar.${kind}`, { axle }))
  const name = (key: string): string => {
    if (key === 'total') return t('drawing.total')
    if (key.startsWith('group ')) return t('drawing.group', { axles: key.slice('group '.length) })
    return places.names.get(key) ?? key
  }
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{t('weights.loads.title')}</h3>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('weights.loads.place')}</th>
              {report.states.map((state) => (
                <th key={state.kind} scope="col" className={styles.number}>
                  {t(state.kind === 'trial' ? 'drawing.state.trial' : `weights.tab.${state.kind}`)}
                </th>
              ))}
              <th scope="col" className={styles.number}>
                {t('weights.loads.limit')}
              </th>
            </tr>
          </thead>
          <tbody>
            {[...places.keys].map((key) => (
              <tr key={key} className={key === 'total' ? styles.sum : undefined}>
                <th scope="row">{name(key)}</th>
                {report.states.map((state) => {
                  const load = loadAt(state, key)
                  return (
                    <td key={state.kind} className={styles.number}>
                      {load === 'lifted' ? t('drawing.lifted') : load ? kg(load.kg) : ''}
                      {load && load !== 'lifted' && <OverWord over={load.over} />}
                    </td>
                  )
                })}
                <td className={styles.number}>{limitAt(report.states, key, kg)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function placesOf(states: readonly WeightState[], nameOf: (kind: string, axle: number) => string) {
  const names = new Map<string, string>()
  const groups = new Set<string>()
  for (const state of states) {
    for (const { key, kind, axle } of barsOf(state)) names.set(key, nameOf(kind, axle))
    for (const { axles } of state.groups) groups.add(`group ${axles.join(', ')}`)
  }
  return { names, keys: new Set([...names.keys(), ...groups, 'total']) }
}

function loadAt(state: WeightState, key: string): Load | 'lifted' | undefined {
  if (key === 'total') return state.total
  const group = state.groups.find(({ axles }) => `group ${axles.join(', ')}` === key)
  if (group) return group
  const bar = barsOf(state).find((each) => each.key === key)
  return bar?.lifted ? 'lifted' : bar?.load
}

function limitAt(states: readonly WeightState[], key: string, kg: (value: number) => string): string {
  for (const state of states) {
    const load = loadAt(state, key)
    if (load && load !== 'lifted' && load.limit !== undefined) return kg(load.limit)
  }
  return ''
}
