import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { schemaPath } from '../../shared/ivi/path.ts'
import type { LeftOut } from '../../shared/record/views.ts'
import type { Finding } from '../../shared/rules/finding.ts'

const path = paths.messageRelease

/**
 * What this release of the message has no place for: of an earlier stage only worth knowing, of our own making a
 * warning, since somebody wanted it said.
 */
export function releaseFindings(leftOut: readonly LeftOut[], release: string): readonly Finding[] {
  return (['own-other-release', 'other-release'] as const).flatMap((kind) => {
    const fields = leftOut.filter((one) => one.kind === kind).map((one) => schemaPath(one.path))
    if (fields.length === 0) return []
    const own = kind === 'own-other-release'
    return {
      rule: 'release',
      severity: own ? 'warning' : 'info',
      path,
      paths: [path],
      code: own ? 'own-other-release' : 'other-release-left-out',
      args: { count: fields.length, release: `IVI ${release}`, fields: [...new Set(fields)].join(', ') },
    }
  })
}
