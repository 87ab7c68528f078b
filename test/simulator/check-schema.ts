import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { sharedFolder } from '../needs.ts'
import type { Reason } from './ledger.ts'
import { ownSchema, ownSignatureSchema } from './own-schema.ts'

const maxReasons = 20
let compiled: XsdValidator | undefined

/** Against the official schema where it lies beside the checkout, else against the authority's own copy. */
export function checkSchema(document: XmlDocument): readonly Reason[] {
  try {
    compiled ??= compile()
    compiled.validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.slice(0, maxReasons).map(({ message, line }) => {
      const text = message.replaceAll(/\{[^}]*\}/g, '').trim()
      const element = /^Element '([^']+)'/.exec(text)?.[1]
      return { code: 'SCHEMA', text: `line ${line}: ${text}`, ...(element ? { field: element } : {}) }
    })
  }
}

/** Which schema it is, for the start-up line. */
export function schemaInUse(): 'official' | 'own' {
  return existsSync(officialFile('InitialVehicleInformation-2.0.xsd')) ? 'official' : 'own'
}

const officialFile = (name: string): string => join(sharedFolder, 'ivi', name)

function compile(): XsdValidator {
  const official = schemaInUse() === 'official'
  const ivi = official
    ? readFileSync(officialFile('InitialVehicleInformation-2.0.xsd'))
    : Buffer.from(ownSchema())
  const signature = official
    ? readFileSync(officialFile('xmldsig-core-schema.xsd'))
    : Buffer.from(ownSignatureSchema)
  // A scheme of its own: the product may validate in the same process.
  const folder = 'simulator://schema/'
  xmlRegisterInputProvider(new XmlBufferInputProvider({ [`${folder}xmldsig-core-schema.xsd`]: signature }))
  const schema = XmlDocument.fromBuffer(ivi, { url: `${folder}ivi.xsd` })
  try {
    return XsdValidator.fromDoc(schema)
  } finally {
    schema.dispose()
  }
}
