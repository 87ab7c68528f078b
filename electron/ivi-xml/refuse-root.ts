import { type XmlDocument, XmlXPath } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type Problem, problem } from '../../shared/problem.ts'

// Everything that costs a reader time: comments, CDATA sections and attributes as much as elements.
const parts = XmlXPath.compile('count(/descendant::node()) + count(/descendant::*/@*)')
const asides = XmlXPath.compile(
  'count(/descendant::comment()) + count(/descendant::processing-instruction())',
)
const statedRelease = XmlXPath.compile("string(//*[local-name() = 'IviVersionNumberXsd'])")

/** Real messages have some thousands; a file of millions would keep libxml2 busy for minutes. */
const maxParts = 100_000
/** libxml2 brings them into document order by walking from each to each. */
const maxAsides = 1_000

/** Why a document is no message of this release at all, or undefined where its root is the right one. */
export function refuseRoot(document: XmlDocument, catalogue: Catalogue): Problem | undefined {
  const { name, namespaceUri: namespace } = document.root
  if (name !== catalogue.root) return problem('ivi-not-a-message', { name })
  if (namespace !== catalogue.namespace) {
    const release = String(document.eval(statedRelease)).trim()
    // IVI 1.x had the same root in a namespace that ended otherwise.
    const isFirst =
      release.startsWith('1') || (release === '' && /initialvehicleinformation(?!\.v2)/i.test(namespace))
    return isFirst
      ? problem('ivi-release-1', { release: release === '' ? '1.x' : release })
      : problem('ivi-other-namespace', {
          namespace: namespace === '' ? '–' : namespace,
          expected: catalogue.namespace,
        })
  }
  const count = partCount(document)
  if (count > maxParts) return problem('ivi-too-many-parts', { count, max: maxParts })
  const aside = Number(document.eval(asides))
  return aside > maxAsides ? problem('ivi-too-many-comments', { count: aside, max: maxAsides }) : undefined
}

export function partCount(document: XmlDocument): number {
  return Number(document.eval(parts))
}
