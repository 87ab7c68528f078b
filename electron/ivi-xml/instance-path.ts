import { type XmlDocument, XmlElement } from 'libxml2-wasm'
import {
  type Catalogue,
  type GroupType,
  groupType,
  type Member,
  memberOf,
} from '../../shared/ivi/catalogue.ts'

/**
 * The instance path of an element below the root (the root's own is empty). Steps that the catalogue does not know
 * stand as they are spelled, without a number.
 */
export function instancePath(element: XmlElement, catalogue: Catalogue): string {
  const ancestry: XmlElement[] = []
  for (let at: XmlElement | null = element; at?.parent; at = at.parent) ancestry.unshift(at)
  let group: GroupType | undefined = groupType(catalogue, catalogue.root)
  const steps: string[] = []
  for (const step of ancestry) {
    const member: Member | undefined = group && memberOf(group, step.name)
    const repeats = member?.kind === 'group' && member.max === 'unbounded'
    steps.push(repeats ? `${step.name}[${rowNumber(step, member.name)}]` : step.name)
    group = member?.kind === 'group' ? groupType(catalogue, member.type) : undefined
  }
  return steps.join('/')
}

/** Through XPath, since a processing instruction among the siblings ends the library's own `prev` chain. */
function rowNumber(row: XmlElement, name: string): number {
  return 1 + Number(row.eval(`count(preceding-sibling::*[local-name() = '${name}'])`))
}

/** The element of a node path of libxml2's (such as `/ds:Signature/ds:KeyInfo[1]`), whatever prefixes it uses. */
export function elementAt(document: XmlDocument, nodePath: string): XmlElement | undefined {
  // Prefixes mean nothing to the evaluator, which does not know the file's declarations.
  const unprefixed = nodePath.replace(/(?<=\/)([\w.-]+:[\w.-]+)/g, "*[name() = '$1']")
  const node = document.get(unprefixed)
  return node instanceof XmlElement ? node : (node?.parent ?? undefined)
}
