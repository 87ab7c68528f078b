import { XmlAttribute, type XmlDocument, XmlElement, type XmlTreeNode, XmlXPath } from 'libxml2-wasm'
import { type Catalogue, type GroupType, groupType, memberOf, valueType } from '../../shared/ivi/catalogue.ts'
import { normaliseValue } from '../../shared/ivi/check-value.ts'
import type { MessageGroup, MessageNode, MessageTree } from '../../shared/ivi/message.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { instancePath } from './instance-path.ts'

export const signatureNamespace = 'http://www.w3.org/2000/09/xmldsig#'
const schemaInstanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

export interface WalkedMessage {
  readonly tree: MessageTree
  readonly signatures: number
  /** Everything whose shape is not the catalogue's, in document order; codes begin with `ivi-structure-`. */
  readonly problems: readonly Problem[]
  /** Elements with attributes of XML Schema itself (`xsi:…`), which say nothing about the vehicle. */
  readonly schemaHints: readonly string[]
  /** Instance path → line in the file, of every group and value; empty unless asked for. */
  readonly lines: ReadonlyMap<string, number>
}

interface Walk {
  readonly catalogue: Catalogue
  readonly problems: Problem[]
  readonly lines: Map<string, number> | undefined
  signatures: number
}

const attributesOfMessage = XmlXPath.compile('/descendant::*/@*[not(ancestor::ds:Signature)]', {
  ds: signatureNamespace,
})

/**
 * Reads a document, whose root is known to be the message's and whose comments were taken out, into the tree: members
 * in any order, values whole. Goes on past what does not belong there, so that all of it can be told.
 */
export function walkMessage(
  document: XmlDocument,
  catalogue: Catalogue,
  wanted: { readonly lines?: boolean } = {},
): WalkedMessage {
  const lines = new Map<string, number>()
  const walk: Walk = { catalogue, problems: [], lines: wanted.lines ? lines : undefined, signatures: 0 }
  const schemaHints = readAttributes(document, walk)
  const tree = readGroup(document.root, groupType(catalogue, catalogue.root), '', walk)
  return { tree, signatures: walk.signatures, problems: walk.problems, schemaHints, lines }
}

function readAttributes(document: XmlDocument, walk: Walk): readonly string[] {
  const hints: string[] = []
  for (const attribute of document.find(attributesOfMessage)) {
    if (!(attribute instanceof XmlAttribute) || !attribute.parent) continue
    const path = instancePath(attribute.parent, walk.catalogue)
    if (attribute.namespaceUri === schemaInstanceNamespace && attribute.name !== 'nil') hints.push(path)
    else refuse(walk, 'attribute', path, attribute.parent, { name: attribute.name })
  }
  return hints
}

function readGroup(element: XmlElement, group: GroupType, path: string, walk: Walk): MessageGroup {
  const values = new Map<string, MessageNode>()
  const prefix = path === '' ? '' : `${path}/`
  for (let child = element.firstChild; child; child = child.next) {
    if (!(child instanceof XmlElement)) {
      refuseText(child, element, path, walk)
      continue
    }
    const { name } = child
    const member = memberOf(group, name)
    if (member?.kind === 'signature' && child.namespaceUri === signatureNamespace) {
      walk.signatures++
      continue
    }
    const before = values.get(name)
    const repeats = member?.kind === 'group' && member.max === 'unbounded'
    if (!member || member.kind === 'signature' || child.namespaceUri !== walk.catalogue.namespace) {
      refuse(walk, 'unknown-element', prefix + name, child, { name, parent: element.name })
    } else if (before !== undefined && !repeats) {
      refuse(walk, 'duplicate', prefix + name, child, { name, parent: element.name })
    } else if (member.kind === 'field') {
      values.set(name, readValue(child, member.type, prefix + name, walk))
    } else {
      const rows: MessageGroup[] = Array.isArray(before) ? before : []
      const here = repeats ? `${prefix}${name}[${rows.length + 1}]` : prefix + name
      walk.lines?.set(here, child.line)
      const read = readGroup(child, groupType(walk.catalogue, member.type), here, walk)
      rows.push(read)
      values.set(name, repeats ? rows : read)
    }
  }
  return inSchemaOrder(values, group)
}

function readValue(element: XmlElement, typeName: string, path: string, walk: Walk): string {
  walk.lines?.set(path, element.line)
  for (let child = element.firstChild; child; child = child.next) {
    if (!(child instanceof XmlElement)) continue
    refuse(walk, 'unknown-element', `${path}/${child.name}`, child, {
      name: child.name,
      parent: element.name,
    })
  }
  return normaliseValue(valueType(walk.catalogue, typeName), element.content)
}

function refuseText(node: XmlTreeNode, parent: XmlElement, path: string, walk: Walk): void {
  const text = node.content.trim()
  if (text === '') return
  refuse(walk, 'text', path, parent, { text: text.slice(0, 60), parent: parent.name })
}

function refuse(
  walk: Walk,
  what: 'unknown-element' | 'duplicate' | 'text' | 'attribute',
  path: string,
  element: XmlElement,
  args: Readonly<Record<string, string | number>>,
): void {
  const { line } = element
  const { release } = walk.catalogue
  walk.problems.push(problem(`ivi-structure-${what}`, { ...args, line, release }, { path, line }))
}

function inSchemaOrder(values: ReadonlyMap<string, MessageNode>, group: GroupType): MessageGroup {
  const ordered: Record<string, MessageNode> = {}
  for (const { name } of group.members) {
    const node = values.get(name)
    if (node !== undefined) ordered[name] = node
  }
  return ordered
}
