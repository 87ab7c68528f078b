import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/** How releases are numbered: `2.0`, `2.0.1`. */
export const releaseNumber = /^\d{1,3}(\.\d{1,3}){1,3}$/

/**
 * The number of a schema's release. What its messages must state (the codes of IviVersionNumberXsd) decides, since
 * that is how a message is known again; the comment `Version:` only chooses among several codes, and a person settles
 * what the two leave open. A release that its messages could not state is none.
 *
 * Codes: `schema-without-release`, `schema-release-unclear` {stated, comment}, `schema-release-not-stated` {release,
 * stated}, `schema-release-number` {release}.
 */
export function stateRelease(
  catalogue: Catalogue,
  documentation: string,
  asked: string | undefined,
): Result<string> {
  const codes = fieldIndex(catalogue).get(paths.messageRelease)?.type.codes
  const comment = /Version:\s*(\S+)/.exec(documentation)?.[1]
  const stated = codes?.join(', ') ?? ''
  if (asked !== undefined && !releaseNumber.test(asked))
    return fail(problem('schema-release-number', { release: asked }))
  if (asked !== undefined)
    return codes && !codes.includes(asked)
      ? fail(problem('schema-release-not-stated', { release: asked, stated }))
      : ok(asked)
  const [only, ...others] = codes ?? []
  const clear = only !== undefined && others.length === 0 && (comment === undefined || comment === only)
  const release = clear ? only : comment
  if (release === undefined)
    return fail(only === undefined ? problem('schema-without-release') : unclear(stated, '–'))
  if (codes && !codes.includes(release)) return fail(unclear(stated, release))
  return releaseNumber.test(release) ? ok(release) : fail(problem('schema-release-number', { release }))
}

function unclear(stated: string, comment: string) {
  return problem('schema-release-unclear', { stated, comment })
}
