import { SegmentedControl, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { isLanguage, languages } from '../../../../shared/language/languages.ts'
import { languageName } from '../../../language/language-name.ts'
import { useSpeak } from '../../../language/use-speak.ts'
import { useWords } from '../../../language/words.ts'

/** So many stand side by side without widening the page. */
const sideBySide = 4

/** The language of the screens, among those that the program speaks. */
export function SpokenChoice(): ReactNode {
  const { t, language } = useWords()
  const speak = useSpeak()
  const data = languages().map((each) => ({ value: each, label: languageName(each, t) }))
  const shared = { 'aria-label': t('frame.language'), data, value: language }
  const choose = (value: string | null): void => {
    if (isLanguage(value)) speak(value)
  }
  return data.length > sideBySide ? (
    <Select {...shared} allowDeselect={false} onChange={choose} />
  ) : (
    <SegmentedControl {...shared} onChange={choose} />
  )
}
