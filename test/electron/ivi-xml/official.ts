import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { lacksShared, sharedFolder } from '../../needs.ts'

/** The official files, where they are beside the checkout. */
export const official = {
  missing: lacksShared,
  xsdPath: join(sharedFolder, 'ivi/InitialVehicleInformation-2.0.xsd'),
  xsd: () => readFileSync(join(sharedFolder, 'ivi/InitialVehicleInformation-2.0.xsd')),
  samples: ['sample-N2-complete-electric.xml', 'sample-M1-hybrid.xml'].map((name) => ({
    name,
    path: join(sharedFolder, 'ivi', name),
    bytes: () => readFileSync(join(sharedFolder, 'ivi', name)),
  })),
} as const

/** For the name of a test that may be skipped. */
export const needsOfficial = official.missing ? ' (skipped: the official files are not at ../shared)' : ''
