import type { ReactNode } from 'react'
import type { Why } from '../../shared/record/views.ts'
import { fieldLabel } from '../fields/field-facts.ts'
import { findingText } from '../language/finding-text.ts'
import { problemWords, useWords } from '../language/words.ts'

/** Why a vehicle stands where it stands, in one line of the active language. */
export function WhyText({ why }: { readonly why: Why }): ReactNode {
  const { language } = useWords()
  switch (why.kind) {
    case 'problem':
      return problemWords(language, why.problem).heading
    case 'finding':
      return findingText(language, why.finding)
    case 'reason':
      return why.path ? `${fieldLabel(why.path, language)}: ${why.text}` : why.text
  }
}
