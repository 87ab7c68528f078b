import release20 from '../../schemas/ivi/2.0/catalogue.json' with { type: 'json' }
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { type Releases, sideBySide } from '../../shared/ivi/releases.ts'

// JSON modules type `kind: string`, not the catalogue's unions; a test proves that the files are what the reader makes.
const releases: Readonly<Record<string, Catalogue>> = { '2.0': release20 as unknown as Catalogue }

/** The catalogue of a release that ships with the product. Throws for another one. */
export function loadCatalogue(release = '2.0'): Catalogue {
  const catalogue = releases[release]
  if (!catalogue) throw new Error(`no catalogue of IVI ${release}`)
  return catalogue
}

/** The releases that ship with the product, the newest one in use. */
export const shippedReleases: Releases = sideBySide(Object.values(releases), '')
