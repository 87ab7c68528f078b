import { isCode } from './codes.ts'
import { type Found, found } from './found.ts'
import type { Reading } from './reading.ts'
import type { PathName, Scope } from './scope.ts'

/** The marked code of an engine is asked for on M and N; a machine without one repeats the engine's. */
export function* convertorsHaveTheirCode(vehicle: Reading): Iterable<Found> {
  for (const convertor of vehicle.rows('energyConvertors')) {
    if (!convertor.has('convertorCode'))
      yield found('convertor-code-missing', [convertor.at('convertorCode')])
  }
}

const ofElectricity: readonly PathName[] = ['electricPower', 'thirtyMinutesPower']
const ofCombustion: readonly PathName[] = ['combustionPower', 'type1Test', 'whscTest']

/** A hybrid states its engine's figures on the fuel and its machine's on electricity. */
export function* figuresOnTheirSource(vehicle: Reading): Iterable<Found> {
  for (const convertor of vehicle.rows('energyConvertors')) {
    for (const source of convertor.rows('energySources')) {
      const energy = source.text('energySource')
      if (!energy) continue
      const electric = isCode('electric', energy.value)
      // A fuel cell may state its machine on hydrogen.
      if (isCode('zeroEmission', energy.value) && !electric) continue
      for (const name of electric ? ofCombustion : ofElectricity) {
        if (!source.has(name)) continue
        yield found('figure-on-other-source', [source.at(name), energy], { source2: energy.value })
      }
    }
  }
}

/** In-service masses hold in one country or under one act. */
export function* inServiceHasItsGround(vehicle: Reading): Iterable<Found> {
  for (const row of vehicle.rows('inService')) {
    const [country, act] = [row.text('inServiceCountry'), row.text('inServiceRegulation')]
    const masses: readonly PathName[] = ['inServiceLadenMass', 'inServiceCombinationMass']
    const place = masses.find((name) => row.has(name))
    if (!country && !act && place) yield found('in-service-without-ground', [row.at(place)])
    if (country && act) {
      yield found('in-service-two-grounds', [country, act], { country: country.value, act: act.value })
    }
  }
}

/** `N/A` is a version only of vehicles that have none, and (EU) 2018/858 knows no such vehicle. */
export function* versionIsStated(own: Reading): Iterable<Found> {
  const version = own.text('version')
  if (version && isCode('noVersion', version.value)) {
    yield found('version-not-applicable', [version], { version: version.value })
  }
}

/** Tables that replace those of the stages before as a whole, so that a row left out is lost. */
const tables: readonly PathName[] = ['axles', 'axleGroups', 'energyConvertors']

/** A later stage repeats a table whole: whoever lays the stages over each other takes it as it stands. */
export function* tablesRepeatedWhole(own: Reading): Iterable<Found> {
  for (const name of tables) {
    const ours = own.rows(name).length
    const before = own.earlier.findLast((stage: Scope) => stage.has(name))
    const theirs = before?.rows(name).length ?? 0
    if (ours === 0 || !before || ours >= theirs) continue
    yield found('table-not-whole', [own.at(name)], { ours, theirs, stage: before.stageNumber })
  }
}
