import { type XmlDocument, XmlXPath } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type Releases, releaseNamed } from '../../shared/ivi/releases.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { withXml } from './parse-safely.ts'
import { type ReadMessage, readIviXml } from './read-ivi-xml.ts'
import { releaseNumber } from './state-release.ts'

const stated = XmlXPath.compile(
  "string(/*/*[local-name() = 'Header']/*[local-name() = 'IviVersionNumberXsd'])",
)
/** What the publishers' namespaces have in common; the release's first number ends it. */
const family = /initialvehicleinformation\.v(\d{1,3})$/i

/**
 * The release in which a message is written: its namespace and what its header states (IviVersionNumberXsd) say it. A
 * file that is no message, or states nothing, is left to the release in use, whose reader tells what is wrong.
 *
 * Codes: those of `withXml`; `ivi-other-release` {release, known} for a message of a release that is not known.
 */
export function findRelease(bytes: Uint8Array, releases: Releases): Result<Catalogue> {
  const found = withXml(bytes, (document) => releaseOf(document, releases))
  return found.ok ? found.value : found
}

/** {@link readIviXml} by the message's own release, with that. */
export function readAnyRelease(
  bytes: Uint8Array,
  releases: Releases,
): Result<ReadMessage & { readonly catalogue: Catalogue }> {
  const release = findRelease(bytes, releases)
  if (!release.ok) return release
  const read = readIviXml(bytes, release.value)
  return read.ok ? ok({ ...read.value, catalogue: release.value }) : read
}

/** The same for a message that is no XML yet, by what its header states alone. Code: `ivi-other-release`. */
export function findTreeRelease(tree: unknown, releases: Releases): Result<Catalogue> {
  const { inUse } = releases
  const inside = memberOf(tree, inUse.root) ?? tree
  const release = memberOf(memberOf(inside, 'Header'), 'IviVersionNumberXsd')
  if (typeof release !== 'string') return ok(inUse)
  const own = releaseNamed(releases, release)
  return !own && releaseNumber.test(release) ? fail(otherRelease(release, releases)) : ok(own ?? inUse)
}

function memberOf(node: unknown, name: string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined
  return (node as Readonly<Record<string, unknown>>)[name]
}

function otherRelease(release: string, { known }: Releases): Problem {
  return problem('ivi-other-release', { release, known: known.map((each) => each.release).join(', ') })
}

function releaseOf(document: XmlDocument, releases: Releases): Result<Catalogue> {
  const { known, inUse } = releases
  const { name, namespaceUri } = document.root
  if (name !== inUse.root) return ok(inUse)
  const release = String(document.eval(stated)).trim()
  const candidates = known.filter(({ namespace }) => namespace === namespaceUri)
  const own = candidates.find((each) => each.release === release)
  if (own) return ok(own)
  const isNumber = releaseNumber.test(release)
  const [generation] = family.exec(namespaceUri)?.slice(1) ?? []
  const isKnown = releaseNamed(releases, release) !== undefined
  // Release 1 has a refusal of its own: its schema would not be taken either.
  const isStrange =
    candidates.length > 0 ? isNumber && !isKnown : generation !== undefined && generation !== '1'
  if (isStrange && !release.startsWith('1.'))
    return fail(otherRelease(isNumber && !isKnown ? release : `${generation ?? '?'}.x`, releases))
  return ok(candidates.includes(inUse) ? inUse : (candidates.at(-1) ?? inUse))
}
