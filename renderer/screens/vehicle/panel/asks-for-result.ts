import type { Finding } from '../../../../shared/rules/finding.ts'

/** A result that only a tool's file can bring. */
export function asksForResult({ rule, severity }: Finding): boolean {
  return rule === 'own-results' && severity === 'error'
}
