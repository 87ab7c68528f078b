import { type Language, text } from '../../shared/messages.ts'
import type { AuditView } from '../../shared/record/views.ts'
import { fieldLabel } from '../fields/field-facts.ts'

/** An entry of the audit in words; a path among its arguments becomes the field's label. */
export function auditText(entry: AuditView, language: Language): string {
  const path = entry.args.path
  const args =
    typeof path === 'string'
      ? { ...entry.args, field: fieldLabel(path, language), path: fieldLabel(path, language) }
      : entry.args
  return text(language, `audit.${entry.action}`, args) ?? entry.action
}
