import type { Texts } from './language-pack.ts'

const ending = /^(.+)_(zero|one|two|few|many|other)$/

/** The forms in which a language counts, such as `one`, `few`, `many`, `other`. */
export function pluralForms(tag: string): readonly string[] {
  return new Intl.PluralRules(tag).resolvedOptions().pluralCategories
}

/** A key's stem and form; undefined for a text that does not count. */
export function pluralKey(key: string): { readonly stem: string; readonly form: string } | undefined {
  const [, stem, form] = ending.exec(key) ?? []
  return stem && form ? { stem, form } : undefined
}

/** The same texts with each that counts in the forms of the language; what was not there says what `other` says. */
export function withForms(texts: Texts, tag: string): Texts {
  const forms = pluralForms(tag)
  const entries = Object.entries(texts).flatMap(([key, text]): [string, string | Texts][] => {
    if (typeof text !== 'string') return [[key, withForms(text, tag)]]
    const plural = pluralKey(key)
    const other = plural && texts[`${plural.stem}_other`]
    if (!plural || other === undefined) return [[key, text]]
    // All forms stand where the last of them stood.
    if (plural.form !== 'other') return []
    return forms.map((form) => [`${plural.stem}_${form}`, texts[`${plural.stem}_${form}`] ?? other])
  })
  return Object.fromEntries(entries)
}

/** Forms that a translator left out are said as `other`; without that nothing can be filled. */
export function filled(texts: Texts, tag: string): Texts {
  const forms = pluralForms(tag)
  const full: Record<string, string | Texts> = {}
  for (const [key, text] of Object.entries(texts)) {
    full[key] = typeof text === 'string' ? text : filled(text, tag)
    const plural = pluralKey(key)
    if (plural?.form !== 'other') continue
    for (const form of forms) full[`${plural.stem}_${form}`] ??= texts[`${plural.stem}_${form}`] ?? text
  }
  return full
}
