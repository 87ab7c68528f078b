import { type Language, text } from '../../shared/messages.ts'
import type { Finding } from '../../shared/rules/finding.ts'

/** A finding in words; a code that nobody worded yet shows itself and its rule. */
export function findingText(language: Language, finding: Finding): string {
  return text(language, finding.code, finding.args) ?? `${finding.code} (${finding.rule})`
}
