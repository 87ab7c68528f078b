import fc from 'fast-check'
import { XmlC14NMode, XmlDocument } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { buildIviXml } from '../../../electron/ivi-xml/build-ivi-xml.ts'
import { readIviXml } from '../../../electron/ivi-xml/read-ivi-xml.ts'
import { validateIvi } from '../../../electron/ivi-xml/validate-xml.ts'
import { isRows, type MessageGroup, type MessageTree } from '../../../shared/ivi/message.ts'
import { iviMessage } from '../../arbitraries/ivi-message.ts'
import { lacksTool } from '../../needs.ts'
import { catalogue, withSignature } from './messages.ts'
import { needsOfficial, official } from './official.ts'
import { sortedInfoset } from './sorted-infoset.ts'
import { xmllintVerdicts } from './xmllint.ts'

const messages = iviMessage(catalogue)

function read(bytes: Uint8Array): MessageTree {
  const result = readIviXml(bytes, catalogue)
  if (!result.ok) throw new Error(JSON.stringify(result.problem))
  return result.value.tree
}

function canonical(bytes: Uint8Array): string {
  const document = XmlDocument.fromBuffer(bytes)
  const chunks: Buffer[] = []
  document.canonicalize(
    { write: (chunk) => chunks.push(Buffer.from(chunk)) && chunk.length, close: () => true },
    { mode: XmlC14NMode.XML_C14N_1_0, withComments: false },
  )
  document.dispose()
  return Buffer.concat(chunks).toString('utf8')
}

describe('random valid messages', () => {
  test('survive writing, reading and writing again, byte for byte and canonically', () => {
    fc.assert(
      fc.property(messages, (tree) => {
        const bytes = buildIviXml(tree, catalogue)
        const again = read(bytes)
        expect(again).toEqual(tree)
        expect(Buffer.from(buildIviXml(again, catalogue))).toEqual(Buffer.from(bytes))
        expect(canonical(buildIviXml(again, catalogue))).toBe(canonical(bytes))
      }),
      { numRuns: 300 },
    )
  })

  test('are valid after the generated schema, signed or not as it is asked', () => {
    fc.assert(
      fc.property(messages, (tree) => {
        const bytes = buildIviXml(tree, catalogue)
        expect(validateIvi(bytes, catalogue, { signature: 'optional' })).toEqual({ valid: true, errors: [] })
        expect(validateIvi(bytes, catalogue, { signature: 'required' }).errors).toMatchObject([
          { path: 'Signature', problem: { code: 'ivi-missing-signature' } },
        ])
        const signed = withSignature(bytes)
        expect(validateIvi(signed, catalogue, { signature: 'required' })).toEqual({ valid: true, errors: [] })
      }),
      { numRuns: 300 },
    )
  })

  const noJudge = official.missing || lacksTool('xmllint')
  test.skipIf(noJudge)(
    `are valid after the official schema${noJudge ? ' (skipped: needs ../shared and xmllint)' : ''}`,
    () => {
      const documents = fc
        .sample(iviMessage(catalogue, { oneOf: 3, extraRows: 2 }), 100)
        .map((tree) => withSignature(buildIviXml(tree, catalogue)))
      expect(xmllintVerdicts(official.xsdPath, documents)).not.toContain(false)
    },
  )

  test('are read the same from a writer with another order, prefix, indentation, comments and CDATA', () => {
    fc.assert(
      fc.property(messages, fc.infiniteStream(fc.nat(1000)), (tree, chance) => {
        const next = () => Number(chance.next().value)
        expect(read(Buffer.from(writeDifferently(tree, next)))).toEqual(tree)
      }),
      { numRuns: 200 },
    )
  })
})

describe.skipIf(official.missing)(`the official examples${needsOfficial}`, () => {
  test.each(official.samples)('$name: nothing is lost but the signature', ({ bytes }) => {
    const original = bytes()
    const rebuilt = buildIviXml(read(original), catalogue)
    expect(sortedInfoset(Buffer.from(rebuilt).toString('utf8'))).toBe(
      sortedInfoset(original.toString('utf8')),
    )
    expect(canonical(buildIviXml(read(rebuilt), catalogue))).toBe(canonical(rebuilt))
    expect(validateIvi(original, catalogue, { signature: 'required' })).toEqual({ valid: true, errors: [] })
    expect(validateIvi(rebuilt, catalogue, { signature: 'optional' })).toEqual({ valid: true, errors: [] })
  })
})

/** A writer after nobody's taste but the XML recommendation's. */
function writeDifferently(tree: MessageTree, next: () => number): string {
  const pick = <T>(...choices: readonly T[]): T => choices[next() % choices.length] as T
  const gap = () => pick('', '\n  ', '<!-- note -->', ' <?hint x?>\t')
  const value = (text: string): string => {
    const cut = next() % (text.length + 1)
    // Never between the halves of an emoji.
    const at = /[\udc00-\udfff]/.test(text.charAt(cut)) ? cut - 1 : cut
    const [head, tail] = [text.slice(0, at), text.slice(at)]
    return pick(
      escaped(head) + escaped(tail),
      `${escaped(head)}<!-- ]]> -->${escaped(tail)}`,
      escaped(head) + cdata(tail),
      cdata(head) + escaped(tail),
    )
  }
  const cdata = (text: string) =>
    `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>').replaceAll('\r', ']]>&#13;<![CDATA[')}]]>`
  const escaped = (text: string) => text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`)
  const group = (members: MessageGroup): string =>
    Object.entries(members)
      .map((entry) => ({ entry, order: next() }))
      .sort((left, right) => left.order - right.order)
      .map(({ entry: [name, node] }) => {
        const rows = isRows(node) ? node : [node]
        return rows
          .map((row) => `${gap()}<v:${name}>${typeof row === 'string' ? value(row) : group(row)}</v:${name}>`)
          .join('')
      })
      .join('') + gap()
  return `<v:InitialVehicleInformation xmlns:v="${catalogue.namespace}">${group(tree)}</v:InitialVehicleInformation>`
}
