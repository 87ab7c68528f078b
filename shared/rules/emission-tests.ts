import facts from '../../schemas/rules/emission-levels.json' with { type: 'json' }
import { compare } from '../values/decimal.ts'
import { isCode } from './codes.ts'
import { isOver, zero } from './compare.ts'
import { type Found, found, plain } from './found.ts'
import type { Reading } from './reading.ts'

const levels = facts.levels.map(({ act, pattern }) => ({ act, pattern: new RegExp(pattern) }))

/** Rule 60: an engine has cylinders and a capacity, and power over 30 minutes is no more than the greatest. */
export function* enginePlausible(vehicle: Reading): Iterable<Found> {
  for (const convertor of vehicle.rows('energyConvertors')) {
    const principle = convertor.text('workingPrinciple')
    if (isCode('pistonEngine', principle?.value)) {
      for (const name of ['engineCapacity', 'cylinders'] as const) {
        const given = convertor.number(name)
        if (given && !isOver(given.value, zero)) {
          yield found('engine-without-size', [given, ...(principle ? [principle] : [])], {
            value: plain(given.value),
          })
        }
      }
    }
    for (const source of convertor.rows('energySources')) {
      const [lasting, most] = [source.number('thirtyMinutesPower'), source.number('electricPower')]
      if (!lasting || !most || compare(lasting.value, most.value) <= 0) continue
      yield found('lasting-power-over-most', [lasting, most], {
        lasting: `${plain(lasting.value)} kW`,
        most: `${plain(most.value)} kW`,
      })
    }
  }
}

/** Rule 61: one source of energy is tested on the roller or on the engine bench, not on both. */
export function* oneKindOfTest(vehicle: Reading): Iterable<Found> {
  const heavy = vehicle.category?.base === 'M3' || vehicle.category?.base === 'N3'
  for (const convertor of vehicle.rows('energyConvertors')) {
    for (const source of convertor.rows('energySources')) {
      const [type1, whsc, whtc] = (['type1Test', 'whscTest', 'whtcTest'] as const).map((name) =>
        source.has(name),
      )
      const category = vehicle.text('category')?.value ?? ''
      const [atType1, atWhsc, atWhtc] = [source.at('type1Test'), source.at('whscTest'), source.at('whtcTest')]
      if (type1 && whsc) yield found('two-kinds-of-test', [atType1, atWhsc], { category })
      else if (type1 && heavy) yield found('light-test-on-heavy', [atType1], { category })
      if (whtc && !whsc) yield found('whtc-without-whsc', [atWhtc, atWhsc], { category })
    }
  }
}

/** Rule 64: the emission level is one that the stated act gives. */
export function* levelFitsItsAct(vehicle: Reading): Iterable<Found> {
  const [level, act] = [vehicle.text('exhaustLevel'), vehicle.text('exhaustRegulation')]
  const known = act && levels.find((one) => act.value.includes(one.act))
  if (!level || !act || !known || known.pattern.test(level.value)) return
  // Codes without the name of a step (AX, ZZ …) tell nothing of the act.
  if (!levels.some(({ pattern }) => pattern.test(level.value))) return
  yield found('emission-level-of-other-act', [level, act], { level: level.value, act: act.value })
}
