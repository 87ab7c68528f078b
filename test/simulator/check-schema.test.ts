import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlBufferInputProvider, XmlDocument, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { makeSigner, unsignedMessage } from '../electron/submission/a-signed-message.ts'
import { lacksShared, sharedFolder } from '../needs.ts'
import { checkSchema, schemaInUse } from './check-schema.ts'
import { ownSchema, ownSignatureSchema } from './own-schema.ts'
import { parseStrictly } from './parse.ts'

const folder = 'simulator-test://schema/'
xmlRegisterInputProvider(
  new XmlBufferInputProvider({ [`${folder}xmldsig-core-schema.xsd`]: Buffer.from(ownSignatureSchema) }),
)
const own = XsdValidator.fromDoc(XmlDocument.fromString(ownSchema(), { url: `${folder}ivi.xsd` }))
const isValidByOwn = (document: XmlDocument): boolean => {
  try {
    own.validate(document)
    return true
  } catch {
    return false
  }
}

describe('the authority’s own schema', () => {
  it('takes a message in order and refuses one that is not', async () => {
    const signer = await makeSigner()
    const valid = await signer.sign(unsignedMessage())
    const invalid = await signer.sign(unsignedMessage({ more: '<Colour>5</Colour>' }))
    expect([valid, invalid].map((bytes) => parseStrictly(bytes, isValidByOwn))).toEqual([true, false])
    expect(parseStrictly(Buffer.from(unsignedMessage()), isValidByOwn)).toBe(false)
  })
})

describe.skipIf(lacksShared)(
  'the authority’s own schema beside the official one (needs the official files)',
  () => {
    const read = (name: string) => readFileSync(join(sharedFolder, 'ivi', name), 'utf8')
    const samples = ['sample-N2-complete-electric.xml', 'sample-M1-hybrid.xml'].map(read)

    it('the official one is used where it is at hand', () => {
      expect(schemaInUse()).toBe('official')
    })

    it('both take the official examples', () => {
      for (const sample of samples) {
        const judged = parseStrictly(Buffer.from(sample), (document) => [
          checkSchema(document).length === 0,
          isValidByOwn(document),
        ])
        expect(judged).toEqual([true, true])
      }
    })

    it('both refuse what is changed in them', () => {
      const changes: readonly ((xml: string) => string)[] = [
        (xml) => xml.replace(/<Header>[\s\S]*<\/Header>/, ''),
        (xml) => xml.replace('<StageOfCompletion>C<', '<StageOfCompletion>X<'),
        (xml) => xml.replace(/<TypeApprovalIssueDate>[^<]*/, '<TypeApprovalIssueDate>1.2.2026'),
        (xml) => xml.replace(/<IviReferenceId>[^<]*/, '<IviReferenceId>7'),
        (xml) => xml.replace('<CocDataGroup>', '<CocDataGroup><Extra/>'),
        (xml) => xml.replace(/<MaximumSpeed>[^<]*/, '<MaximumSpeed>90,5'),
        (xml) => xml.replace(/<(\w+:)?Signature [\s\S]*<\/(\w+:)?Signature>/, ''),
      ]
      for (const [at, change] of changes.entries()) {
        for (const sample of samples.filter((xml) => change(xml) !== xml)) {
          const judged = parseStrictly(Buffer.from(change(sample)), (document) => [
            checkSchema(document).length === 0,
            isValidByOwn(document),
          ])
          expect(judged, `change ${at}`).toEqual([false, false])
        }
      }
    })
  },
)
