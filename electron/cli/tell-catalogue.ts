import type { CodeDescription } from '../../shared/ivi/describe-codes.ts'
import type { FieldDescription, FieldRelevance } from '../../shared/ivi/describe-fields.ts'
import { relevance } from '../../shared/ivi/facts.ts'
import { sectionTitle } from '../../shared/ivi/layout.ts'
import type { Description, Narrowing } from '../../shared/ivi/narrow-description.ts'
import { typeWords } from '../../shared/ivi/type-words.ts'
import { type Arguments, type Language, text } from '../../shared/messages.ts'
import { table } from './words.ts'

/** Below the number of an item. */
const indent = ' '.repeat(10)
const lineLength = 100
/** Categories whose items are known; all of them together need no list. */
const covered = 10

/** Fields by section, each with all that is known of it, then the lists of codes. */
export function tellCatalogue(
  { fields, codes }: Description,
  release: string,
  narrowing: Narrowing,
  language: Language,
): string {
  const say = saying(language)
  const lists = Object.entries(codes)
  const count = lists.reduce((sum, [, list]) => sum + list.length, 0)
  const parts = [say('summary', { release, fields: fields.length, codes: count })]
  let section = ''
  for (const field of fields) {
    if (field.section !== section) {
      section = field.section
      parts.push(`${sectionTitle(section, language)} (${section})`)
    }
    parts.push(fieldText(field, narrowing, language))
  }
  for (const [type, list] of lists) parts.push(codesText(type, list, language))
  return parts.join('\n\n')
}

function fieldText(field: FieldDescription, narrowing: Narrowing, language: Language): string {
  const say = saying(language)
  const { label, help, unit, example, path } = field
  const item = field.items.find((number) => /^\d/.test(number))?.replace(/\(.*$/, '') ?? ''
  const takes = field.codes ? say('of-list', { list: field.codes }) : typeWords(field.type, language)
  const lines = [
    ...(help ? wrapped(help.text) : []),
    [takes, example === null ? '' : say('example', { example }), field.required ? say('required') : '']
      .filter(Boolean)
      .join('; '),
    relevanceText(field, narrowing, language),
    path,
    ...wrapped(surenessText(field, language)),
  ]
  const head = `  ${item.padEnd(indent.length - 2)}${label.text}${unit ? ` [${unit.text}]` : ''}`
  return [head, ...lines.map((line) => indent + line)].join('\n')
}

/** How sure label, help and unit are, those of one source in one breath. */
function surenessText({ label, help, unit }: FieldDescription, language: Language): string {
  const say = saying(language)
  const bySource = new Map<string, string[]>()
  for (const [part, fact] of Object.entries({ label, help, unit })) {
    if (!fact) continue
    const how = `${say(`certainty.${fact.certainty}`)} (${fact.source})`
    bySource.set(how, [...(bySource.get(how) ?? []), say(`parts.${part}`)])
  }
  return [...bySource].map(([how, parts]) => `${parts.join(', ')}: ${how}`).join('; ')
}

function relevanceText(field: FieldDescription, { category, stage }: Narrowing, language: Language): string {
  const say = saying(language)
  if (category !== '' && stage !== '') {
    const vehicle = `${category}, ${say(`stage.${stage}`)}`
    return say(`relevance.${relevance(field.path, category, stage)}`, { vehicle })
  }
  const [whole, incomplete] = [categoriesText(field.relevance, 'C'), categoriesText(field.relevance, 'I')]
  const named = (stages: readonly string[], list: string) =>
    list === '' ? [] : [`${stages.map((each) => say(`stage.${each}`)).join(', ')}: ${list}`]
  const parts =
    whole === incomplete
      ? named(['C', 'V', 'I'], whole)
      : [...named(['C', 'V'], whole), ...named(['I'], incomplete)]
  const { certainty } = field.relevance
  const doubt = certainty === 'low' ? ` (${say('certainty.low')})` : ''
  return parts.length > 0 ? parts.join('; ') + doubt : say('relevance.nobody')
}

/** The items tell complete and completed vehicles not apart. */
function categoriesText(facts: FieldRelevance, stage: 'C' | 'I'): string {
  const { relevant } = facts[stage]
  return relevant.length === covered ? 'M N O' : relevant.join(' ')
}

function codesText(type: string, list: readonly CodeDescription[], language: Language): string {
  const say = saying(language)
  const rows = list.map(({ code, label, certainty }) => [
    `  ${code}`,
    label === null ? '' : certainty === 'low' ? `${label} (${say('certainty.low')})` : label,
  ])
  return `${say('codes', { list: type })}\n${table(rows)}`
}

function wrapped(words: string): readonly string[] {
  const lines: string[] = []
  for (const word of words.split(' ')) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + word.length < lineLength - indent.length)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

function saying(language: Language): (key: string, args?: Arguments) => string {
  return (key, args = {}) => text(language, `catalogue.${key}`, args) ?? key
}
