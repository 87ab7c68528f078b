import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { unsignedMessage } from '../electron/submission/a-signed-message.ts'
import { lacksShared, sharedFolder } from '../needs.ts'
import { checkRelevance } from './check-relevance.ts'
import { parseStrictly } from './parse.ts'
import { readVehicle } from './read-vehicle.ts'

const fieldsOutOfPlace = (xml: string) =>
  parseStrictly(Buffer.from(xml), (document) =>
    checkRelevance(readVehicle(document)).map(({ field }) => field),
  )

describe('fields that do not belong to the category', () => {
  it('are named with their row', () => {
    const speed = '<EnergyConvertorTable><EnergyConvertorGroup/><EnergyConvertorGroup>'
    const more = `${speed}<NumberOfCylinders>4</NumberOfCylinders></EnergyConvertorGroup></EnergyConvertorTable>`
    expect(fieldsOutOfPlace(unsignedMessage({ more }))).toEqual([
      '/InitialVehicleInformation/CocDataGroup/EnergyConvertorTable/EnergyConvertorGroup[2]/NumberOfCylinders',
    ])
    expect(fieldsOutOfPlace(unsignedMessage({ more, category: 'N2G' }))).toEqual([])
  })

  it('are not looked for on tractors and motorcycles, of which the facts know nothing', () => {
    const more = '<ColourTable><ColourGroup><Colour>5</Colour></ColourGroup></ColourTable>'
    expect(fieldsOutOfPlace(unsignedMessage({ more, category: 'T1a' }))).toEqual([])
    expect(fieldsOutOfPlace(unsignedMessage({ more, category: 'O4' }))).toHaveLength(1)
  })

  it.skipIf(lacksShared)('are in none of the official examples (needs the official files)', () => {
    for (const name of ['sample-N2-complete-electric.xml', 'sample-M1-hybrid.xml']) {
      expect(fieldsOutOfPlace(readFileSync(join(sharedFolder, 'ivi', name), 'utf8')), name).toEqual([])
    }
  })
})
