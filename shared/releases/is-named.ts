import { wordingOf } from '../ivi/facts.ts'
import { formSections } from '../ivi/layout.ts'
import { schemaPath } from '../ivi/path.ts'
import type { Language } from '../messages.ts'

/** Whether a source names this place, or its label is no more than the words of its element. */
export function isNamed(path: string, language: Language): boolean {
  const place = schemaPath(path)
  return (
    wordingOf(path, language) !== undefined ||
    formSections.some(({ fields }) => fields.some((field) => field.startsWith(`${place}/`)))
  )
}
