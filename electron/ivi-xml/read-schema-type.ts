import type { XmlElement } from 'libxml2-wasm'
import type { ValueType } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import { patternCost } from './pattern-cost.ts'
import {
  attributesOf,
  childElements,
  isSchemaElement,
  qualifiedName,
  type Refusals,
  refuseConstruct,
  schemaNamespace,
} from './xsd-element.ts'

const bases = ['string', 'decimal', 'int', 'short', 'date', 'dateTime'] as const
const counts = ['minLength', 'maxLength', 'totalDigits', 'fractionDigits'] as const
const texts = ['minInclusive', 'maxInclusive', 'pattern'] as const

type Facets = { -readonly [Facet in (typeof counts)[number]]?: number } & {
  -readonly [Facet in (typeof texts)[number]]?: string
}

/** A named `xs:simpleType`: one restriction of a built-in type. Undefined where it is anything else. */
export function readValueType(element: XmlElement, refusals: Refusals): ValueType | undefined {
  const { name } = attributesOf(element, ['name'], refusals)
  const [restriction, ...others] = childElements(element)
  if (!name || !restriction || others.length > 0 || !isSchemaElement(restriction, 'restriction')) {
    refuseConstruct(element, refusals)
    return undefined
  }
  const stated = qualifiedName(restriction, attributesOf(restriction, ['base'], refusals).base ?? '')
  const base = bases.find((known) => known === stated.name)
  if (!base || stated.namespace !== schemaNamespace) {
    refuseConstruct(restriction, refusals, ` base ${stated.name}`)
    return undefined
  }
  const facets: Facets = {}
  const codes: string[] = []
  for (const facet of childElements(restriction)) readFacet(facet, facets, codes, refusals)
  refusePattern(restriction, facets, codes, refusals)
  return { name, base, ...inOrder(facets), ...(codes.length > 0 ? { codes } : {}) }
}

function readFacet(element: XmlElement, facets: Facets, codes: string[], refusals: Refusals): void {
  const { value } = attributesOf(element, ['value'], refusals)
  const count = counts.find((known) => known === element.name)
  const text = texts.find((known) => known === element.name)
  const isFacet = element.namespaceUri === schemaNamespace && value !== undefined
  if (isFacet && element.name === 'enumeration') codes.push(value)
  // Two patterns mean either, which one pattern cannot say.
  else if (isFacet && count && facets[count] === undefined && /^\d+$/.test(value))
    facets[count] = Number(value)
  else if (isFacet && text && facets[text] === undefined) facets[text] = value
  else refuseConstruct(element, refusals)
}

/** The form holds each keystroke against the pattern, so that it must take no time worth noticing. */
const mostWays = 200_000
/** Of a value whose type states no greatest length. */
const longest = 10_000

function refusePattern(
  restriction: XmlElement,
  { pattern, maxLength }: Facets,
  codes: readonly string[],
  refusals: Refusals,
): void {
  if (pattern === undefined) return
  // A code that is too long is first of all no code, whatever its length.
  const ways = patternCost(pattern, codes.length > 0 ? longest : (maxLength ?? longest))
  // A form that the form-filling side cannot hold a value against would be no check there.
  if (ways === undefined || !isRegExp(pattern))
    refuseConstruct(restriction, refusals, ` pattern ${shown(pattern)}`)
  else if (ways > mostWays) {
    const { line } = restriction
    refusals.push(problem('schema-pattern-costly', { pattern: shown(pattern), line }, { line }))
  }
}

function shown(pattern: string): string {
  return pattern.length > 100 ? `${pattern.slice(0, 99)}…` : pattern
}

function isRegExp(pattern: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`, 'u').source !== ''
  } catch {
    return false
  }
}

/** Always the same order, so that the written catalogue does not depend on that of the schema's author. */
function inOrder(facets: Facets): Facets {
  return Object.fromEntries(
    [...counts, ...texts].flatMap((name) => (facets[name] === undefined ? [] : [[name, facets[name]]])),
  )
}
