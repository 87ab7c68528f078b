import fc from 'fast-check'
import { XmlC14NMode, XmlDocument, type XmlElement } from 'libxml2-wasm'
import { describe, expect, it } from 'vitest'
import { buildStatusQuery, buildSubmission } from '../../../electron/submission/build-envelope.ts'
import type { NapProfile, OperationPart } from '../../../electron/submission/profile.ts'
import { demoProfile } from './a-nap.ts'
import { unsignedMessage } from './a-signed-message.ts'

const profile = demoProfile()
const withDocument = (
  as: 'base64' | 'embedded' | 'cdata',
  part: Partial<OperationPart> = {},
): NapProfile => ({
  ...profile,
  submit: {
    ...profile.submit,
    parts: [
      { element: 'Reference', holds: 'reference' },
      { element: 'Document', ...part, holds: 'document', as },
    ],
  },
})
const body = (of: NapProfile, signed: Uint8Array): Uint8Array => {
  const request = buildSubmission(of, signed, 'reference')
  if (!request.ok) throw new Error(request.problem.code)
  return request.value.body
}
const inside = <T>(bytes: Uint8Array, use: (document: XmlElement) => T): T => {
  const document = XmlDocument.fromBuffer(bytes)
  try {
    return use(document.get("//*[local-name()='Document']") as XmlElement)
  } finally {
    document.dispose()
  }
}
const canonical = (bytes: Uint8Array, mode: 0 | 1): string => {
  const document = XmlDocument.fromBuffer(bytes)
  try {
    return document.root.canonicalizeToString({ mode })
  } finally {
    document.dispose()
  }
}

const text = fc
  .string({ unit: fc.constantFrom(...'aÄß€𐍈 \t\n]>[&;"\'-!CDATA'), maxLength: 40 })
  .map((raw) => raw.replaceAll('&', '&amp;').replaceAll(']]>', ']]&gt;'))
const comment = text.map((raw) => `<!--${raw.replaceAll('-', '~')}-->`)
/** Messages as somebody else may have written them: declaration or not, byte order mark, comments, CDATA, a tail. */
const message = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    declaration: fc.constantFrom(
      '',
      '<?xml version="1.0"?>',
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\r\n",
    ),
    name: fc.constantFrom('a', 'p:a'),
    content: fc.array(
      fc.oneof(text, comment, fc.constantFrom('<b/>', '<![CDATA[ <x> ]]>', '<?pi x?>', '&#13;')),
    ),
    tail: fc.constantFrom('', '\n', '<!-- end -->'),
  })
  .map(({ mark, declaration, name, content, tail }) => {
    const start = `<!-- a --><${name} q="1" xmlns:p="urn:ivi" xmlns="urn:ivi">`
    return Buffer.from(`${mark}${declaration}${start}${content.join('')}</${name}>${tail}`)
  })

describe('the envelope carries the signed bytes as they are', () => {
  it('base64 gives back any bytes whatever', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        const arrived = inside(body(withDocument('base64'), bytes), (element) => element.content)
        expect(Buffer.from(arrived, 'base64')).toEqual(Buffer.from(bytes))
      }),
    )
  })

  it('embedded, every byte but the XML declaration stands in the request in one piece', () => {
    fc.assert(
      fc.property(message, (bytes) => {
        const request = Buffer.from(body(withDocument('embedded'), bytes))
        const bare = Buffer.from(bytes.toString().replace(/^\uFEFF?(<\?xml[^>]*\?>)?/, ''))
        expect(request.includes(bare)).toBe(true)
      }),
    )
  })

  it('embedded, the document is the same in exclusive C14N wherever it stands', () => {
    fc.assert(
      fc.property(message, (bytes) => {
        const arrived = inside(body(withDocument('embedded'), bytes), (element) =>
          element.get('*')?.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0 }),
        )
        expect(arrived).toBe(canonical(bytes, XmlC14NMode.XML_C14N_EXCLUSIVE_1_0))
      }),
    )
  })

  it('embedded, our own messages are the same in inclusive C14N too: the envelope declares no prefix', () => {
    const bytes = Buffer.from(unsignedMessage())
    const arrived = inside(body(withDocument('embedded'), bytes), (element) =>
      element.get('*')?.canonicalizeToString({ mode: XmlC14NMode.XML_C14N_1_0 }),
    )
    expect(arrived).toBe(canonical(bytes, XmlC14NMode.XML_C14N_1_0))
  })

  it('as CDATA, the text is the document but for the line ends that every parser makes equal', () => {
    fc.assert(
      fc.property(message, (bytes) => {
        const arrived = inside(body(withDocument('cdata'), bytes), (element) => element.content)
        // The reader of this test drops a byte order mark.
        expect(arrived).toBe(
          bytes
            .toString()
            .replace(/^\uFEFF/, '')
            .replaceAll(/\r\n?/g, '\n'),
        )
      }),
    )
  })

  it('in another encoding or with a document type it is not embedded, but goes as base64', () => {
    for (const awkward of [
      Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe4</a>', 'latin1'),
      Buffer.from('<a>\xe4</a>', 'latin1'),
      Buffer.from('<!DOCTYPE a><a/>'),
      Buffer.from('\uFEFF<a/>', 'utf16le'),
    ]) {
      for (const as of ['embedded', 'cdata'] as const) {
        const refused = buildSubmission(withDocument(as), awkward, 'reference')
        expect(refused).toMatchObject({ ok: false, problem: { code: 'nap-bytes-not-embeddable' } })
      }
      expect(buildSubmission(withDocument('base64'), awkward, 'reference').ok).toBe(true)
    }
  })
})

describe('a document whose names hang on what stands around it', () => {
  it.each([
    '<p:a xmlns:p="urn:ivi"><b/></p:a>',
    '<?xml version="1.0"?><!-- xmlns="no" --><a><b xmlns="x"/></a>',
  ])('is not embedded: %s', (xml) => {
    const refused = buildSubmission(withDocument('embedded'), Buffer.from(xml), 'reference')
    expect(refused).toMatchObject({ ok: false, problem: { code: 'nap-bytes-not-embeddable' } })
  })
})

describe('the envelope is what the profile says', () => {
  it('SOAP 1.2 says its action in the content type, SOAP 1.1 in a header of its own', () => {
    const bytes = Buffer.from('<a/>')
    const newer = buildSubmission(profile, bytes, 'r')
    const older = buildSubmission({ ...profile, soapVersion: '1.1' }, bytes, 'r')
    expect(newer.ok && newer.value.headers).toEqual({
      'content-type':
        'application/soap+xml; charset=utf-8; action="urn:bodymark:training-nap:1/SubmitVehicleInformation"',
    })
    expect(older.ok && older.value.headers).toEqual({
      'content-type': 'text/xml; charset=utf-8',
      soapaction: '"urn:bodymark:training-nap:1/SubmitVehicleInformation"',
    })
    expect(older.ok && Buffer.from(older.value.body).toString()).toContain(
      'http://schemas.xmlsoap.org/soap/envelope/',
    )
  })

  it('parts stand in the profile’s order and namespace, and what they hold is escaped', () => {
    const strange: NapProfile = {
      ...profile,
      submit: {
        ...profile.submit,
        parts: [
          { element: 'Sender', holds: 'constant', value: 'Meyer & <Söhne>' },
          { element: 'Document', namespace: '', holds: 'document', as: 'base64' },
          { element: 'Reference', namespace: 'urn:other', holds: 'reference' },
        ],
      },
    }
    expect(Buffer.from(body(strange, Buffer.from('x'))).toString()).toContain(
      '<Sender>Meyer &amp; &lt;Söhne&gt;</Sender><Document xmlns="">eA==</Document>' +
        '<Reference xmlns="urn:other">reference</Reference>',
    )
  })

  it('a document without an element of its own stands directly in the operation', () => {
    const bare: NapProfile = {
      ...profile,
      submit: { ...profile.submit, parts: [{ holds: 'document', as: 'embedded' }] },
    }
    expect(Buffer.from(body(bare, Buffer.from('<?xml version="1.0"?><a xmlns="x"/>'))).toString()).toContain(
      '<SubmitVehicleInformation xmlns="urn:bodymark:training-nap:1"><a xmlns="x"/></SubmitVehicleInformation>',
    )
  })

  it('a status query names the reference; without such an operation there is none', () => {
    const query = buildStatusQuery(profile, 'a&b')
    expect(Buffer.from(query?.body ?? []).toString()).toContain('<Reference>a&amp;b</Reference></AskStatus>')
    expect(buildStatusQuery({ ...profile, status: undefined }, 'a')).toBeUndefined()
  })
})
