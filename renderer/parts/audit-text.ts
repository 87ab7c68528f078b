import { type Language, text } from '../../shared/messages.ts'
import { type AuditView, roles } from '../../shared/record/views.ts'
import { fieldName } from '../fields/field-facts.ts'
import type { Words } from '../language/words.ts'

/** An entry of the audit in words: a path among its arguments becomes the field's name, a role its word. */
export function auditText(entry: AuditView, language: Language, t: Words): string {
  const args: Record<string, string | number> = { ...entry.args }
  if (typeof args.path === 'string') args.path = fieldName(args.path, language)
  if (typeof args.roles === 'string') {
    const given = args.roles.split(', ')
    args.roles = roles
      .filter((role) => given.includes(role))
      .map((role) => t(`roles.${role}`))
      .join(', ')
  }
  return text(language, `audit.${entry.action}`, args) ?? entry.action
}
