import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedFolder } from '../../needs.ts'

/** A short message as the product's writer gives it: UTF-8, one line, no signature. All names are invented. */
export function aMessage(vin = 'WBMTEST00AA000017'): Uint8Array {
  return Buffer.from(
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
      '<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation.v2"><Header>' +
      '<IviReferenceId>0f1c2b3a-4d5e-4f60-8a7b-9c0d1e2f3a4b</IviReferenceId>' +
      '<IviVersionNumberXsd>2.0</IviVersionNumberXsd><IviVersionNumber>1</IviVersionNumber>' +
      '<IviVersionDateTime>2026-11-20T08:15:00.000+01:00</IviVersionDateTime></Header>' +
      `<CocDataGroup><VehicleIdentificationNumber>${vin}</VehicleIdentificationNumber>` +
      '<StageOfCompletion>V</StageOfCompletion><MassGroup><ActualMassVehicle>5231</ActualMassVehicle></MassGroup>' +
      '<Remark>Kühlkoffer &lt;Größe M&gt; &amp; Ladebordwand "1,5 t" – 车辆</Remark>' +
      '</CocDataGroup></InitialVehicleInformation>',
    'utf8',
  )
}

export const officialSamples = ['sample-M1-hybrid.xml', 'sample-N2-complete-electric.xml']

/** An official example, with the signature that it came with. */
export function officialSample(name: string): Buffer {
  return readFileSync(join(sharedFolder, 'ivi', name))
}

/** An official example without its signature. */
export function unsignedSample(name: string): Buffer {
  return Buffer.from(
    officialSample(name)
      .toString('utf8')
      .replace(/<Signature xmlns[\s\S]*<\/Signature>/, ''),
  )
}
