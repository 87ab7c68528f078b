import facts from '../../schemas/completion/computed.json' with { type: 'json' }
import { type MessageTree, valueAt } from '../../shared/ivi/message.ts'
import type { Layers } from '../../shared/record/layers.ts'
import type { Finding } from '../../shared/rules/finding.ts'

/**
 * What a certificate is known by must be what the register knows it by: a typed or imported value that differs is an
 * error, since the answer to it, its correction and its place in the audit record would belong to another one.
 */
export function identityFindings(layers: Layers, tree: MessageTree): readonly Finding[] {
  return facts.identity.paths.flatMap((path) => {
    const kept = layers.computed?.[path]?.value
    const stated = valueAt(tree, path)
    if (!kept || stated === kept) return []
    const args = { kept, stated: stated ?? '–' }
    return [
      { rule: 'record', severity: 'error' as const, path, paths: [path], code: 'identity-differs', args },
    ]
  })
}
