import type { Language } from '../../shared/messages.ts'

export function fieldLabel(path: string, _language: Language): string {
  return (
    path
      .split('/')
      .at(-1)
      ?.replace(/([a-z])([A-Z])/g, '$1 $2') ?? path
  )
}
