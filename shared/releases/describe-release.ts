import { type Catalogue, fieldIndex } from '../ivi/catalogue.ts'
import type { ReleaseRow } from './views.ts'

/** What the schema alone says of a release. */
export function describeRelease(
  catalogue: Catalogue,
): Pick<ReleaseRow, 'release' | 'namespace' | 'generated' | 'fields' | 'codes'> {
  const { release, namespace, generated, types } = catalogue
  const codes = Object.values(types).reduce((sum, type) => sum + (type.codes?.length ?? 0), 0)
  return { release, namespace, generated, fields: fieldIndex(catalogue).size, codes }
}
