import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { makeThrowAwayKey } from '../../electron/signature/make-throw-away-key.ts'
import { openFileKey } from '../../electron/signature/pkcs12/open-file-key.ts'
import { signIvi } from '../../electron/signature/sign-ivi.ts'
import { baseTree } from '../demo/data/write-bases.ts'
import { fleetVin } from './fleet.ts'

/** Writes a signed eCoC of the chassis for each of the first vehicles; answers the files. */
export async function writeFleetBases(folder: string, vehicles: number): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true })
  const passphrase = 'thrown away'
  const keyFile = join(folder, 'maker.p12')
  const key = await makeThrowAwayKey({
    commonName: 'Halvard eCoC seal (bench)',
    organisation: 'Halvard Lastvagnar AB',
    passphrase,
    notBefore: new Date('2026-01-01T00:00:00Z'),
    days: 3650,
  })
  writeFileSync(keyFile, key, { mode: 0o600 })
  const session = await openFileKey({ kind: 'p12', file: keyFile }, passphrase, new Date('2026-06-01'))
  if (!session.ok) throw new Error(session.problem.code)
  const files: string[] = []
  for (let number = 1; number <= vehicles; number += 1) {
    const vin = fleetVin(number)
    const tree = baseTree({ vin, template: 'n3-chassis-4x2', maker: 'halvard', signatureDate: '2026-07-16' })
    const unsigned = buildIviXml(tree, loadCatalogue())
    const signed = await signIvi(unsigned, session.value, {
      form: 'xades',
      at: new Date('2026-07-16T08:00:00Z'),
    })
    if (!signed.ok) throw new Error(signed.problem.code)
    const file = join(folder, `${vin}.xml`)
    writeFileSync(file, signed.value.bytes)
    files.push(file)
  }
  await session.value.close()
  return files
}
