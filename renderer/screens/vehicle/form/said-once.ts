import type { Language } from '../../../../shared/messages.ts'
import { describe } from '../../../../shared/rules/explain.ts'
import type { Finding, Severity } from '../../../../shared/rules/finding.ts'
import { rowName } from './row-label.ts'

/** A finding in words. */
export interface Said {
  readonly said: string
  readonly severity: Severity
  /** What each row that it is about is called. */
  readonly rows: readonly string[]
}

/** What is found in several rows of a table is said once, with the rows. */
export function saidOnce(findings: readonly Finding[], language: Language): readonly Said[] {
  const groups = new Map<string, Said>()
  for (const finding of findings) {
    const { severity, path } = finding
    const said = describe(finding, language)
    const key = `${severity} ${said}`
    const row = path.includes(']') ? rowName(path.slice(0, path.lastIndexOf(']') + 1), language) : ''
    const rows = new Set([...(groups.get(key)?.rows ?? []), row].filter(Boolean))
    groups.set(key, { said, severity, rows: [...rows] })
  }
  return [...groups.values()]
}
