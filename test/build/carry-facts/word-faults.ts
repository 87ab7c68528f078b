import { type Catalogue, type FieldEntry, fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { checkValue } from '../../../shared/ivi/check-value.ts'
import type { CocItem, Wording } from '../../../shared/ivi/facts.ts'
import { splitName } from '../../../shared/ivi/split-name.ts'
import { type ShippedLanguage, shippedLanguages } from '../../../shared/language/languages.ts'

interface Help extends Readonly<Record<ShippedLanguage, string>> {
  readonly certainty: string
  readonly source: string
}

/** The words of a release as `schemas/ivi/<release>/` holds them. */
export interface Words {
  readonly labels: Readonly<Record<string, Readonly<Record<ShippedLanguage, Wording>>>>
  readonly help: Readonly<Record<string, Help>>
  readonly examples: Readonly<Record<string, string>>
  readonly items: readonly CocItem[]
  readonly sections: readonly { readonly id: string; readonly fields: readonly string[] }[]
}

/** What two lines of the form hold at its narrowest, and what the strip of help below it holds. */
const longest = { label: 60, help: 200 }
const certainties = ['high', 'medium', 'low']

/** What is wrong with the words of fields; empty where all is well. One line a fault, with the element's name. */
export function wordFaults(catalogue: Catalogue, words: Words): readonly string[] {
  const fields = [...fieldIndex(catalogue).values()]
  return [...fields.flatMap((field) => fieldFaults(field, words)), ...likeNamed(words)]
}

function fieldFaults(field: FieldEntry, words: Words): readonly string[] {
  const { name, type } = field
  const { [name]: label } = words.labels
  const { [name]: help } = words.help
  const example = words.examples[name]
  return [
    ...shippedLanguages.flatMap((language) => labelFaults(field, language, label?.[language], words.items)),
    ...(help ? helpFaults(help, words.items) : ['no help']),
    ...(example === undefined ? [] : [checkValue(type, example)?.code ?? '']).filter(Boolean),
  ].map((fault) => `${name}: ${fault}`)
}

function labelFaults(
  field: FieldEntry,
  language: ShippedLanguage,
  label: Wording | undefined,
  items: readonly CocItem[],
): readonly string[] {
  if (!label?.text.trim()) return [`no label in ${language}`]
  const same = [field.name, splitName(field.name)].some((name) => letters(name) === letters(label.text))
  return [
    ...sourceFaults(label),
    ...(label.text.length > longest.label ? [`label in ${language} is too long`] : []),
    ...(same && !isWordOfLaw(field, label, language, items) ? [`label in ${language} repeats the name`] : []),
    ...unknownItems(label.text, items),
  ]
}

function helpFaults(help: Help, items: readonly CocItem[]): readonly string[] {
  return [
    ...sourceFaults(help),
    ...(letters(help.en) === letters(help.de) ? ['help is the same in both languages'] : []),
    ...shippedLanguages.flatMap((language) => {
      const text = help[language] ?? ''
      return [
        ...(text.length > longest.help ? [`help in ${language} is too long`] : []),
        ...(/^[\p{Lu}\d].*[^.]\.$/u.test(text) ? [] : [`help in ${language} is no sentence`]),
        ...unknownItems(text, items),
      ]
    }),
  ]
}

function sourceFaults({ certainty, source }: { certainty: string; source: string }): readonly string[] {
  return certainties.includes(certainty) && source ? [] : ['words without certainty or source']
}

/** `Length` is what the certificate itself says: then the item that the label names has its words. */
function isWordOfLaw(
  field: FieldEntry,
  label: Wording,
  language: ShippedLanguage,
  items: readonly CocItem[],
): boolean {
  const number = /^CoC item (.+)$/.exec(label.source)?.[1]
  const item = items.find((candidate) => candidate.item === number)
  if (!item?.fields.includes(field.path)) return false
  const law = wordsOf(item.label[language] ?? '')
  return wordsOf(label.text).every((word) => law.includes(word))
}

/** Whatever the words call an item of the certificate must be one. */
function unknownItems(text: string, items: readonly CocItem[]): readonly string[] {
  const known = new Set(items.map(({ item }) => item.replace(/\(.*$/, '')))
  const named = [
    ...text.matchAll(/\b(?:[Ii]tems?|Punkte?n?) ((?:\d+(?:\.\d+)*(?:, | and | to | und | bis )?)+)/g),
  ]
  return named
    .flatMap(([, numbers = '']) => numbers.split(/, | and | to | und | bis /))
    .filter((number) => number !== '' && !known.has(number))
    .map((number) => `there is no item ${number}`)
}

/** Two fields that stand together may not be called the same. */
function likeNamed({ labels, sections }: Words): readonly string[] {
  return sections.flatMap(({ id, fields }) =>
    shippedLanguages.flatMap((language) => {
      const seen = new Map<string, string>()
      return fields.flatMap((path) => {
        const name = path.slice(path.lastIndexOf('/') + 1)
        const text = labels[name]?.[language]?.text.toLowerCase() ?? ''
        const other = seen.get(text)
        seen.set(text, name)
        return other === undefined ? [] : [`${name}: is called as ${other} in ${language}, in ${id}`]
      })
    }),
  )
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\d]/gu, '')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []
}
