import { schemaPath } from '../../../../shared/ivi/path.ts'
import type { Finding, Severity } from '../../../../shared/rules/finding.ts'
import { sections as formSections } from '../../../fields/field-facts.ts'

type Sections = typeof formSections
const known = new WeakMap<Sections, ReadonlyMap<string, string>>()

function sectionOfFields(): ReadonlyMap<string, string> {
  const before = known.get(formSections)
  if (before) return before
  const made = new Map(formSections.flatMap(({ id, fields }) => fields.map((field) => [field, id] as const)))
  known.set(formSections, made)
  return made
}

/** The section of the form that a field stands in; of a group or table the section of its first field. */
export function sectionOf(path: string): string {
  const place = schemaPath(path)
  const fields = sectionOfFields()
  const own = fields.get(place)
  if (own) return own
  const inner = [...fields].find(([field]) => field.startsWith(`${place}/`))
  return inner?.[1] ?? formSections[0]?.id ?? ''
}

const strength: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 }

export interface FindingSection {
  readonly id: string
  readonly findings: readonly Finding[]
}

/** Findings by section: the section with the worst first, else in the order of the form; the worst first in each. */
export function bySection(findings: readonly Finding[]): readonly FindingSection[] {
  const sections = Map.groupBy(findings, ({ path }) => sectionOf(path))
  const order = new Map(formSections.map(({ id }, at) => [id, at]))
  const worst = (of: readonly Finding[]): number => Math.min(...of.map(({ severity }) => strength[severity]))
  return [...sections]
    .map(([id, own]) => ({
      id,
      findings: own.toSorted((left, right) => strength[left.severity] - strength[right.severity]),
    }))
    .toSorted(
      (left, right) =>
        worst(left.findings) - worst(right.findings) ||
        (order.get(left.id) ?? 0) - (order.get(right.id) ?? 0),
    )
}
