import codesFile from '../../schemas/ivi/2.0/codes.json' with { type: 'json' }
import helpFile from '../../schemas/ivi/2.0/help.json' with { type: 'json' }
import labelsFile from '../../schemas/ivi/2.0/labels.json' with { type: 'json' }
import layoutFile from '../../schemas/ivi/2.0/layout.json' with { type: 'json' }
import { areaNames, areaTexts } from '../messages.ts'
import type { Texts } from './language-pack.ts'
import type { ShippedLanguage } from './languages.ts'
import { withForms } from './plural-forms.ts'

type Fact = Readonly<Record<ShippedLanguage, string>>
type Code = Readonly<Partial<Fact>>

/** The parts of a language file; `texts` has the areas of `schemas/messages`. */
export const parts = ['texts', 'labels', 'help', 'codes', 'sections', 'tables'] as const
export type Part = (typeof parts)[number]

/**
 * Everything that can be said in another language, in the words of a shipped one; plural texts in the forms that the
 * language with the tag has. Codes whose meaning nobody knows have no words.
 */
export function baseTexts(base: ShippedLanguage, tag: string): Readonly<Record<Part, Texts>> {
  const areas = areaNames().map((area): [string, Texts] => [area, withForms(areaTexts(base, area), tag)])
  return {
    texts: Object.fromEntries(areas),
    labels: mapped(labelsFile.labels, (label) => label[base].text),
    help: mapped(helpFile.help, (help: Fact) => help[base]),
    codes: mapped(
      codesFile.codes as unknown as Readonly<Record<string, Readonly<Record<string, Code>>>>,
      (type) => mapped(type, (code) => code[base]),
    ),
    sections: Object.fromEntries(layoutFile.sections.map(({ id, title }) => [id, title[base]])),
    tables: mapped(layoutFile.tables, (table) => ({ title: table[base], row: table.row[base] })),
  }
}

function mapped<Value>(
  facts: Readonly<Record<string, Value>>,
  said: (value: Value) => string | Texts | undefined,
): Texts {
  const entries = Object.entries(facts).flatMap(([key, fact]): [string, string | Texts][] => {
    const words = said(fact)
    return words === undefined || (typeof words !== 'string' && Object.keys(words).length === 0)
      ? []
      : [[key, words]]
  })
  return Object.fromEntries(entries)
}
