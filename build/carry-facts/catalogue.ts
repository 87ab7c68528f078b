import { readFileSync, writeFileSync } from 'node:fs'
import { readSchema } from '../../electron/ivi-xml/read-schema.ts'
import { text } from '../../shared/messages.ts'

/**
 * Writes `schemas/ivi/<release>/catalogue.json` from an official XSD.
 * `node build/carry-facts/catalogue.ts ../shared/ivi/InitialVehicleInformation-2.0.xsd`
 */
export function catalogueJson(xsd: Uint8Array): { readonly release: string; readonly json: string } {
  const read = readSchema(xsd)
  if (!read.ok) {
    const { code, args } = read.problem
    throw new Error(text('en', `${code}.explanation`, args) ?? code)
  }
  return { release: read.value.release, json: `${JSON.stringify(read.value, null, 1)}\n` }
}

if (import.meta.main) {
  const [, , file] = process.argv
  if (!file) throw new Error('usage: node build/carry-facts/catalogue.ts FILE.xsd')
  const { release, json } = catalogueJson(readFileSync(file))
  const target = new URL(`../../schemas/ivi/${release}/catalogue.json`, import.meta.url)
  writeFileSync(target, json)
  process.stdout.write(`schemas/ivi/${release}/catalogue.json written\n`)
}
