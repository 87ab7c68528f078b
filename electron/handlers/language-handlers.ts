import type { Handlers } from '../../shared/ipc-contract.ts'
import type { languageChannels } from '../../shared/language/channels.ts'
import { addedLanguages } from '../../shared/language/languages.ts'
import { ok } from '../../shared/result.ts'
import { addLanguage, listLanguages, removeLanguage, templateText } from '../pipeline/languages.ts'
import type { Workspace } from '../workspace.ts'

/** Languages that a file adds: their part of the contract's body. */
export function languageHandlers({ dir }: Workspace): Pick<Handlers, keyof typeof languageChannels> {
  return {
    'language/packs': async () => ok(addedLanguages()),
    'language/list': async () => ok(listLanguages(dir)),
    'language/add': async ({ file }) => addLanguage(dir, file),
    'language/remove': async ({ language }) => removeLanguage(dir, language),
    'language/template': async ({ language }) => {
      const text = templateText(dir, language)
      if (!text.ok) return text
      return ok({ name: `${language}.json`, base64: Buffer.from(text.value, 'utf8').toString('base64') })
    },
  }
}
