import {
  ParseOption,
  XmlBufferInputProvider,
  XmlDocument,
  XsdValidator,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { signatureSchemaFile, writeSchema } from './write-schema.ts'
import { writeSignatureSchema } from './write-signature-schema.ts'

/** Whether a message without Signature is valid: a draft is held against the same schema, only without it. */
export type SignatureDemand = 'required' | 'optional'

interface Compiled {
  readonly validator: XsdValidator
  // libxml2's compiled schema points into the document that it came from.
  readonly document: XmlDocument
}

const folder = 'mem://bodymark/'
const compiled = new WeakMap<Catalogue, Map<SignatureDemand, Compiled>>()
let registered = false

/** The validator of a catalogue's schema: compiled in some tens of milliseconds, then kept. */
export function validatorOf(catalogue: Catalogue, signature: SignatureDemand): XsdValidator {
  const known = compiled.get(catalogue) ?? new Map<SignatureDemand, Compiled>()
  compiled.set(catalogue, known)
  const ready = known.get(signature) ?? compile(catalogue, signature)
  known.set(signature, ready)
  return ready.validator
}

function compile(catalogue: Catalogue, signature: SignatureDemand): Compiled {
  if (!registered) {
    // The one place that an import can be read from; libxml2 has no file system and no network here.
    const files = { [folder + signatureSchemaFile]: Buffer.from(writeSignatureSchema()) }
    registered = xmlRegisterInputProvider(new XmlBufferInputProvider(files))
  }
  const document = XmlDocument.fromString(
    writeSchema(catalogue, { signatureOptional: signature === 'optional' }),
    {
      url: `${folder}ivi.xsd`,
      option: ParseOption.XML_PARSE_NONET,
    },
  )
  return { validator: XsdValidator.fromDoc(document), document }
}
