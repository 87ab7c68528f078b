import { type Catalogue, fieldIndex } from '../../shared/ivi/catalogue.ts'
import { unitOf } from '../../shared/ivi/facts.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { plain, type Runs } from './text.ts'
import { codeRuns, dateText, decimalText, say } from './words.ts'

/** A value of the message at its place. */
export interface Leaf {
  readonly path: string
  readonly value: string
}

/** Values of one message in the words of one language. */
export interface Speaker {
  readonly language: string
  readonly catalogue: Catalogue
}

/** A value as people read it: codes with their meaning, units, the language's point and dates. */
export function valueRuns({ path, value }: Leaf, speaker: Speaker): Runs {
  const bare = bareValue({ path, value }, speaker)
  const unit = unitOf(path)
  return unit === '' || value === '' ? bare : [...bare, ...plain(` ${unit}`)]
}

/** The same without its unit; `short` leaves codes as the message has them, where there is no room for more. */
export function bareValue({ path, value }: Leaf, { language, catalogue }: Speaker, short = false): Runs {
  const type = fieldIndex(catalogue).get(schemaPath(path))?.type
  if (type?.name === 'Indicator')
    return plain(value === 'Y' || value === 'N' ? yesNo(language, value) : value)
  if (type?.codes && !short) {
    const meaning = codeRuns(type.name, value, language)
    const [first] = meaning
    // Some meanings begin with their code already.
    if (first && new RegExp(`^${escaped(value)}(:|$)`, 'i').test(first.text)) return meaning
    return first ? [...plain(`${value} – `), ...meaning] : plain(value)
  }
  if (type?.base === 'date') return plain(dateText(language, value))
  return plain(type?.base === 'decimal' ? decimalText(language, value) : value)
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

function yesNo(language: string, value: 'Y' | 'N'): string {
  return say(language, value === 'Y' ? 'yes' : 'no')
}
