import { app } from 'electron'
import { type Arguments, type Language, text } from '../../shared/messages.ts'

/** The shell's own words (menu, dialogs) follow the system's language: no workspace need be open to say them. */
export function shellLanguage(): Language {
  return app.getLocale().toLowerCase().startsWith('de') ? 'de' : 'en'
}

export function shellText(key: string, args: Arguments = {}): string {
  return text(shellLanguage(), key, args) ?? key
}
