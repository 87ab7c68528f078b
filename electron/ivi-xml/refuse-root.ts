import { type XmlDocument, XmlXPath } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type Problem, problem } from '../../shared/problem.ts'

const elements = XmlXPath.compile('count(//*)')
const statedRelease = XmlXPath.compile("string(//*[local-name() = 'IviVersionNumberXsd'])")

/** Real messages have some hundreds; a file of millions of small elements would fill the memory with findings. */
const maxElements = 50_000

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
  const count = elementCount(document)
  return count > maxElements ? problem('ivi-too-many-elements', { count, max: maxElements }) : undefined
}

export function elementCount(document: XmlDocument): number {
  return Number(document.eval(elements))
}
