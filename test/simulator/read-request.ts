import type { IncomingHttpHeaders } from 'node:http'
import { type XmlDocument, XmlElement } from 'libxml2-wasm'
import { type Answer, faultAnswer } from './answers.ts'
import { type SimulatorOptions, service } from './options.ts'
import { parseStrictly } from './parse.ts'

export type Request =
  | { readonly kind: 'submit'; readonly reference: string; readonly document: Uint8Array }
  | { readonly kind: 'ask'; readonly reference: string }
  | { readonly kind: 'refused'; readonly answer: Answer }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** Reads a request letter by letter as the service describes it; whatever differs is a fault. */
export function readRequest(
  headers: IncomingHttpHeaders,
  body: Uint8Array,
  options: SimulatorOptions,
): Request {
  const { soapVersion } = options
  const refuse = (text: string): Request => ({
    kind: 'refused',
    answer: faultAnswer(soapVersion, 'sender', text),
  })
  const action = actionOf(headers, soapVersion)
  if (action === undefined) {
    const answer = faultAnswer(
      soapVersion,
      'sender',
      `content type or action is not that of SOAP ${soapVersion}`,
    )
    return { kind: 'refused', answer: { ...answer, status: 415 } }
  }
  const read = parseStrictly(body, (document): Request => {
    const found = operationOf(document, soapVersion)
    if (found === 'version') {
      return {
        kind: 'refused',
        answer: faultAnswer(soapVersion, 'version', `SOAP ${soapVersion} is spoken here`),
      }
    }
    if (!found) return refuse('the body holds exactly one operation')
    const operation = found.name
    if (found.namespaceUri !== service.namespace) return refuse(`unknown operation ${operation}`)
    if (action !== `${service.namespace}/${operation}`) return refuse(`action ${action} is not ${operation}`)
    const [first, second, ...others] = childElements(found)
    const reference = first?.content.trim() ?? ''
    if (first?.name !== 'Reference' || first.namespaceUri !== service.namespace || !uuid.test(reference)) {
      return refuse('the operation begins with Reference, a UUID')
    }
    if (operation === service.ask && !second) return { kind: 'ask', reference }
    const isDocument = second?.name === 'Document' && second.namespaceUri === service.namespace
    if (operation !== service.submit || !second || !isDocument || others.length > 0) {
      return refuse(`${operation} does not look like this`)
    }
    const bytes = documentOf(second, body, options.document)
    return bytes
      ? { kind: 'submit', reference, document: bytes }
      : refuse(`Document is not ${options.document}`)
  })
  return read ?? refuse('the request is no XML, or has a document type')
}

/** SOAP 1.1 says its action in a header, 1.2 in the content type. */
function actionOf(
  headers: IncomingHttpHeaders,
  version: SimulatorOptions['soapVersion'],
): string | undefined {
  const [type, ...parameters] = (headers['content-type'] ?? '').split(';').map((part) => part.trim())
  const parameter = (name: string): string | undefined =>
    parameters
      .find((each) => each.startsWith(`${name}=`))
      ?.slice(name.length + 1)
      .replace(/^"|"$/g, '')
  if ((parameter('charset') ?? 'utf-8').toLowerCase() !== 'utf-8') return undefined
  if (version === '1.2') return type === 'application/soap+xml' ? parameter('action') : undefined
  const header = headers.soapaction
  return type === 'text/xml' && typeof header === 'string' ? /^"(.*)"$/.exec(header)?.[1] : undefined
}

function operationOf(
  document: XmlDocument,
  version: SimulatorOptions['soapVersion'],
): XmlElement | 'version' | undefined {
  const { root } = document
  if (root.name !== 'Envelope') return undefined
  if (root.namespaceUri !== service.soap[version]) return 'version'
  const [body, ...others] = childElements(root)
  if (body?.name !== 'Body' || body.namespaceUri !== service.soap[version] || others.length > 0)
    return undefined
  const [operation, second] = childElements(body)
  return second ? undefined : operation
}

function childElements(parent: XmlElement): readonly XmlElement[] {
  const children: XmlElement[] = []
  for (let node = parent.firstChild; node; node = node.next)
    if (node instanceof XmlElement) children.push(node)
  return children
}

/** The document's bytes: decoded, or cut out of the request so that no parser comes between. */
function documentOf(
  element: XmlElement,
  body: Uint8Array,
  form: SimulatorOptions['document'],
): Uint8Array | undefined {
  const children = childElements(element)
  if (form === 'embedded') return children.length === 1 ? cutOut(body) : undefined
  if (children.length > 0) return undefined
  const text = element.content
  if (form === 'cdata') return text.startsWith('<') ? Buffer.from(text, 'utf8') : undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text.replace(/\s/g, '') ? bytes : undefined
}

function cutOut(body: Uint8Array): Uint8Array | undefined {
  const whole = Buffer.from(body)
  const start = /<(?:[\w.-]+:)?Document(?:\s[^>]*)?>/.exec(whole.toString('latin1'))
  const end = whole
    .toString('latin1')
    .search(/<\/(?:[\w.-]+:)?Document\s*>(?![\s\S]*<\/(?:[\w.-]+:)?Document\s*>)/)
  return start && end > start.index ? whole.subarray(start.index + start[0].length, end) : undefined
}
