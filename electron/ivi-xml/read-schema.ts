import type { XmlDocument, XmlElement } from 'libxml2-wasm'
import type { Catalogue, GroupType, Member, ValueType } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { withXml } from './parse-safely.ts'
import { readValueType } from './read-schema-type.ts'
import { stateRelease } from './state-release.ts'
import { signatureNamespace } from './walk-message.ts'
import {
  annotations,
  attributesOf,
  childElements,
  isSchemaElement,
  qualifiedName,
  type Refusals,
  refuseConstruct,
} from './xsd-element.ts'

const rootName = 'InitialVehicleInformation'

/** What stands in the file, before names are resolved. */
interface RawSchema {
  readonly namespace: string
  readonly documentation: string
  readonly roots: readonly XmlElement[]
  readonly complexTypes: ReadonlyMap<string, XmlElement>
  readonly types: ReadonlyMap<string, ValueType>
}

/** Megabytes of a schema file; the official one has 0.1. */
export const maxSchemaMegabytes = 5
/** Places of a message; the official schema has some 700. Types within types could make millions of a few lines. */
const maxPlaces = 20_000
/** The publishers' namespaces; only the generation differs. */
const family = /initialvehicleinformation\.v\d{1,3}$/i

/**
 * Reads an official IVI schema into a catalogue. Whatever the catalogue could not hold without loss is refused, so
 * that a schema generated from it always means the same as the one read. `release` is what a person says it is, for
 * {@link stateRelease}.
 *
 * Codes: those of `withXml`; `schema-not-an-xsd`, `schema-not-ivi` {found}, `schema-other-family` {namespace},
 * `schema-unknown-construct`, `schema-pattern-costly` {pattern}, `schema-dangling-reference`, `schema-too-many-places` {count, max}; those of
 * `stateRelease`.
 */
export function readSchema(
  xsd: Uint8Array,
  options: { readonly release?: string | undefined } = {},
): Result<Catalogue> {
  const read = withXml(xsd, (document) => readDocument(document, options.release), {
    maxBytes: maxSchemaMegabytes * 1024 * 1024,
  })
  return read.ok ? read.value : read
}

function readDocument(document: XmlDocument, asked: string | undefined): Result<Catalogue> {
  const { root } = document
  if (!isSchemaElement(root, 'schema')) return fail(problem('schema-not-an-xsd', { name: root.name }))
  const refusals: Refusals = []
  const raw = readTopLevel(root, refusals)
  const groups: Record<string, GroupType> = {}
  for (const [name, element] of raw.complexTypes) groups[name] = readGroup(name, element, raw, refusals)
  const endless = recursive(groups)
  for (const name of endless) refuseConstruct(raw.complexTypes.get(name) ?? root, refusals, ` ${name}`)

  const [declared, ...others] = raw.roots
  const rootMembers = groups[rootName]?.members.map((member) => member.name).join(' ')
  const isIvi =
    others.length === 0 &&
    declared !== undefined &&
    attributesOf(declared, ['name', 'type'], refusals).name === rootName &&
    qualifiedName(declared, declared.attr('type')?.value ?? '').name === rootName &&
    rootMembers === 'Header CocDataGroup Signature'
  if (!isIvi) {
    const names = raw.roots.map((element) => element.attr('name')?.value ?? '?')
    const shown = names.length > 5 ? [...names.slice(0, 5), '…'] : names
    const inside = rootMembers ? ` (${rootMembers.split(' ').join(', ')})` : ''
    return fail(problem('schema-not-ivi', { found: `${shown.join(', ') || '–'}${inside}` }))
  }
  if (!family.test(raw.namespace))
    return fail(problem('schema-other-family', { namespace: raw.namespace || '–' }))
  const [refused] = refusals
  if (refused) return fail(refused)
  const count = endless.length > 0 ? 0 : placesIn(groups, rootName, new Map())
  if (count > maxPlaces) return fail(problem('schema-too-many-places', { count, max: maxPlaces }))
  const catalogue = {
    release: '',
    namespace: raw.namespace,
    generated: /Generated:\s*(.+)/.exec(raw.documentation)?.[1]?.trim() ?? '',
    root: rootName,
    groups,
    types: Object.fromEntries(raw.types),
  }
  const release = stateRelease(catalogue, raw.documentation, asked)
  return release.ok ? ok({ ...catalogue, release: release.value }) : release
}

/** How many fields and groups a message may name, each type counted once however often it is used. */
function placesIn(
  groups: Readonly<Record<string, GroupType>>,
  name: string,
  known: Map<string, number>,
): number {
  const counted = known.get(name)
  if (counted !== undefined) return counted
  let count = 0
  for (const member of groups[name]?.members ?? [])
    count += 1 + (member.kind === 'group' ? placesIn(groups, member.type, known) : 0)
  known.set(name, count)
  return count
}

function readTopLevel(root: XmlElement, refusals: Refusals): RawSchema {
  const stated = attributesOf(root, ['targetNamespace', 'elementFormDefault', 'version'], refusals)
  // Unqualified members would be in no namespace; no catalogue says so.
  if (stated.elementFormDefault !== 'qualified') refuseConstruct(root, refusals, '@elementFormDefault')
  const roots: XmlElement[] = []
  const complexTypes = new Map<string, XmlElement>()
  const types = new Map<string, ValueType>()
  let documentation = ''
  for (const note of annotations(root)) documentation += `${note.content}\n`
  for (const element of childElements(root)) {
    const name = element.attr('name')?.value ?? ''
    if (isSchemaElement(element, 'element')) roots.push(element)
    else if (isSchemaElement(element, 'complexType') && !complexTypes.has(name))
      complexTypes.set(name, element)
    else if (isSchemaElement(element, 'simpleType') && !types.has(name)) {
      const type = readValueType(element, refusals)
      if (type) types.set(name, type)
    } else if (!isSchemaElement(element, 'import')) refuseConstruct(element, refusals)
  }
  return { namespace: stated.targetNamespace ?? '', documentation, roots, complexTypes, types }
}

function readGroup(name: string, element: XmlElement, raw: RawSchema, refusals: Refusals): GroupType {
  attributesOf(element, ['name'], refusals)
  const [model, ...others] = childElements(element)
  const kind = model && (['all', 'sequence'] as const).find((known) => isSchemaElement(model, known))
  if (!model || !kind || others.length > 0) {
    refuseConstruct(element, refusals)
    return { name, kind: 'all', members: [] }
  }
  attributesOf(model, [], refusals)
  const members = childElements(model).flatMap((child) => readMember(child, raw, refusals) ?? [])
  return { name, kind, members }
}

function readMember(element: XmlElement, raw: RawSchema, refusals: Refusals): Member | undefined {
  const stated = attributesOf(element, ['name', 'type', 'ref', 'minOccurs', 'maxOccurs'], refusals)
  const least = stated.minOccurs ?? '1'
  const max = stated.maxOccurs === 'unbounded' ? 'unbounded' : 1
  const once =
    max === 1 && (least === '0' || least === '1') ? ({ min: least === '0' ? 0 : 1 } as const) : undefined
  const plain =
    isSchemaElement(element, 'element') &&
    childElements(element).length === 0 &&
    /^\d{1,3}$/.test(least) &&
    ['1', 'unbounded'].includes(stated.maxOccurs ?? '1')
  if (stated.ref !== undefined) {
    const { namespace, name } = qualifiedName(element, stated.ref)
    if (plain && once && namespace === signatureNamespace && name === 'Signature') {
      return { kind: 'signature', name, min: once.min }
    }
  } else if (plain && stated.name && stated.type) {
    const { namespace, name: type } = qualifiedName(element, stated.type)
    const known = namespace === raw.namespace
    if (!isPlainName(stated.name)) {
      refuseConstruct(element, refusals, ` name ${stated.name}`)
      return undefined
    }
    if (known && raw.complexTypes.has(type) && (once || max === 'unbounded')) {
      return { kind: 'group', name: stated.name, type, min: Number(least), max }
    }
    if (known && raw.types.has(type) && once) return { kind: 'field', name: stated.name, type, min: once.min }
    if (!raw.types.has(type) && !raw.complexTypes.has(type)) {
      const { line } = element
      refusals.push(problem('schema-dangling-reference', { type: stated.type, line }, { line }))
      return undefined
    }
  }
  refuseConstruct(element, refusals)
  return undefined
}

/** Paths are made of letters and digits; what every object inherits (`constructor`) would be found in each message. */
function isPlainName(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(name) && !(name in {})
}

/** Groups that contain themselves: their paths would have no end. */
function recursive(groups: Readonly<Record<string, GroupType>>): readonly string[] {
  const state = new Map<string, 'open' | 'done'>()
  const found: string[] = []
  const visit = (name: string): void => {
    if (state.get(name) === 'open') found.push(name)
    if (state.has(name)) return
    state.set(name, 'open')
    for (const member of groups[name]?.members ?? []) if (member.kind === 'group') visit(member.type)
    state.set(name, 'done')
  }
  for (const name of Object.keys(groups)) visit(name)
  return found
}
