import { allItems } from '../ivi/facts.ts'
import { baseTexts, parts } from './base-texts.ts'
import type { LanguagePack, Texts } from './language-pack.ts'
import type { AddedLanguage } from './languages.ts'

/**
 * A language file to fill in: every text in the words of its base, what the language has already, and the labels that
 * the certificate's items have in it.
 */
export function languageTemplate(language: AddedLanguage, kept?: LanguagePack): unknown {
  const base = kept?.base ?? 'en'
  const models = baseTexts(base, language)
  const filled = parts.map((part) => {
    const known = part === 'labels' ? itemLabels(language) : {}
    return [part, over(over(models[part], known), kept?.[part] ?? {})]
  })
  return { language, name: kept?.name ?? ownName(language), base, ...Object.fromEntries(filled) }
}

/** What a language is called by its speakers. */
function ownName(language: AddedLanguage): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}

/** Labels of items that hold one field and nothing else. */
function itemLabels(language: AddedLanguage): Texts {
  const tag = language.split('-')[0]
  const labels: Record<string, string> = {}
  for (const { fields, label } of allItems()) {
    const text = Object.entries(label).find(([each]) => each === tag)?.[1]
    const [field, ...more] = fields
    if (text && field && more.length === 0) labels[field.slice(field.lastIndexOf('/') + 1)] ??= text
  }
  return labels
}

/** The same texts with others over them; what the first has no place for is left out. */
function over(texts: Texts, upper: Texts): Texts {
  const entries = Object.entries(texts).map(([key, text]): [string, string | Texts] => {
    const said = Object.hasOwn(upper, key) ? upper[key] : undefined
    if (typeof text === 'string') return [key, typeof said === 'string' ? said : text]
    return [key, typeof said === 'object' ? over(text, said) : text]
  })
  return Object.fromEntries(entries)
}
