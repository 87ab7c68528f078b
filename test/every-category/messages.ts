import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { readIviXml } from '../../electron/ivi-xml/read-ivi-xml.ts'
import { leavesOf } from '../../shared/ivi/message.ts'
import { coc, type Leaves } from '../five-vehicles/message.ts'
import { lacksShared, sharedFolder } from '../needs.ts'
import { semiTrailer, threeWheeler, tractor } from './invented.ts'

function example(file: string): Leaves {
  const read = readIviXml(readFileSync(join(sharedFolder, 'ivi', file)), loadCatalogue())
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return leavesOf(read.value.tree)
}

const below = (values: Readonly<Record<string, string | number>>): Leaves =>
  new Map(Object.entries(values).map(([path, value]) => [coc(path), String(value)]))

/** A whole message of each kind of vehicle, the two official examples among them. */
export const messages = [
  { category: 'M1', official: true, values: () => example('sample-M1-hybrid.xml') },
  { category: 'N2', official: true, values: () => example('sample-N2-complete-electric.xml') },
  { category: 'O4', official: false, values: () => below(semiTrailer) },
  { category: 'L5e-B', official: false, values: () => below(threeWheeler) },
  { category: 'T1b', official: false, values: () => below(tractor) },
] as const

export const lacksMessage = ({ official }: (typeof messages)[number]): boolean => official && lacksShared

/** What no person types: the register makes it for each version. */
export const ofTheVersion = ['Header/IviReferenceId', 'Header/IviVersionDateTime']
