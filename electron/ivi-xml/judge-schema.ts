import { XmlError } from 'libxml2-wasm'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import { fail, type Result } from '../../shared/result.ts'
import { validatorOf } from './compile-schema.ts'
import { readSchema } from './read-schema.ts'

/**
 * Reads a schema of somebody else's and proves that messages can be held against what it makes. Codes: those of
 * `readSchema`; `schema-no-judge` {reason}.
 */
export function judgeSchema(xsd: Uint8Array, release: string | undefined): Result<Catalogue> {
  const read = readSchema(xsd, { release })
  if (!read.ok) return read
  try {
    validatorOf(read.value, 'required')
    return read
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    return fail(problem('schema-no-judge', { reason: error.message.trim().split('\n')[0] ?? '' }))
  }
}
