import { XmlElement } from 'libxml2-wasm'
import { type Problem, problem } from '../../shared/problem.ts'

export const schemaNamespace = 'http://www.w3.org/2001/XMLSchema'

/** Problems met while an XSD is read; the reading goes on, and the first one is told. */
export type Refusals = Problem[]

/** Child elements, past comments, processing instructions and what the publisher says to people. */
export function childElements(element: XmlElement): readonly XmlElement[] {
  return elementsIn(element).filter((child) => !isSchemaElement(child, 'annotation'))
}

/** What the publisher says to people here. */
export function annotations(element: XmlElement): readonly XmlElement[] {
  return elementsIn(element).filter((child) => isSchemaElement(child, 'annotation'))
}

function elementsIn(element: XmlElement): readonly XmlElement[] {
  return element.find('*').filter((node) => node instanceof XmlElement)
}

/**
 * The attributes of an element by name. One that is not in `known` would change the schema's meaning in a way that
 * the catalogue cannot hold, so it is refused.
 */
export function attributesOf<Name extends string>(
  element: XmlElement,
  known: readonly Name[],
  refusals: Refusals,
): Readonly<Partial<Record<Name, string>>> {
  const found: Partial<Record<Name, string>> = {}
  for (const attribute of element.attrs) {
    const name = known.find((candidate) => candidate === attribute.name)
    if (name === undefined || attribute.namespaceUri !== '')
      refuseConstruct(element, refusals, `@${attribute.name}`)
    else found[name] = attribute.value
  }
  return found
}

export function isSchemaElement(element: XmlElement, name: string): boolean {
  return element.name === name && element.namespaceUri === schemaNamespace
}

/** A name with its namespace; unprefixed ones are in the default namespace. */
export function qualifiedName(
  element: XmlElement,
  text: string,
): { readonly namespace: string; readonly name: string } {
  const [prefix, name] = text.includes(':') ? text.split(':', 2) : ['', text]
  return { namespace: element.namespaceForPrefix(prefix ?? '') ?? '', name: name ?? '' }
}

export function refuseConstruct(element: XmlElement, refusals: Refusals, detail = ''): void {
  const { line } = element
  refusals.push(
    problem('schema-unknown-construct', { construct: `xs:${element.name}${detail}`, line }, { line }),
  )
}
