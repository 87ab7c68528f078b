import facts from '../../schemas/completion/paper-base.json' with { type: 'json' }
import { leavesOf, type MessageTree } from '../../shared/ivi/message.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { liesIn } from '../../shared/record/layer-paths.ts'
import type { Finding } from '../../shared/rules/finding.ts'

/**
 * The findings that concern whoever types from paper: that something is missing which only the electronic message
 * has is none, but what was typed there all the same is judged.
 */
export function askedOfPaper(findings: readonly Finding[], tree: MessageTree): readonly Finding[] {
  const stated = [...leavesOf(tree).keys()].map(schemaPath)
  return findings.filter(({ path }) => {
    const place = schemaPath(path)
    if (!facts.notOnPaper.paths.some((absent) => liesIn(place, absent))) return true
    return stated.some((field) => liesIn(field, place))
  })
}
