import { inFormOrder, placeInForm } from '../../../../shared/ivi/form-order.ts'
import type { Finding, Severity } from '../../../../shared/rules/finding.ts'
import { sections } from '../../../fields/field-facts.ts'

/** What the form does not know is told first. */
function sectionOf(path: string): string {
  return placeInForm(path, sections).section || (sections[0]?.id ?? '')
}

const strength: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

export interface FindingSection {
  readonly id: string
  readonly findings: readonly Finding[]
}

/** Findings by section: the section with the worst first, else in the order of the form; the worst first in each. */
export function bySection(findings: readonly Finding[]): readonly FindingSection[] {
  const ordered = inFormOrder(findings, sections)
  const groups = Map.groupBy(ordered, ({ path }) => sectionOf(path))
  const worst = (of: readonly Finding[]): number => Math.min(...of.map(({ severity }) => strength[severity]))
  return [...groups]
    .map(([id, own]) => ({
      id,
      findings: own.toSorted((left, right) => strength[left.severity] - strength[right.severity]),
    }))
    .toSorted((left, right) => worst(left.findings) - worst(right.findings))
}
