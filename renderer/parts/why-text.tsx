import type { ReactNode } from 'react'
import type { Why } from '../../shared/record/views.ts'
import { describe } from '../../shared/rules/explain.ts'
import { fieldLabel } from '../fields/field-facts.ts'
import { problemWords, useWords } from '../language/words.ts'

/** Why a vehicle stands where it stands, in one line of the active language. */
export function WhyText({ why }: { readonly why: Why }): ReactNode {
  const { language } = useWords()
  switch (why.kind) {
    case 'problem':
      return problemWords(language, why.problem).heading
    case 'finding':
      return describe(why.finding, language)
    case 'reason':
      return why.path ? `${fieldLabel(why.path, language)}: ${why.text}` : why.text
  }
}
