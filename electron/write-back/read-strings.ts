import { startTagScanner } from './tag-scanner.ts'

/** The texts of `sharedStrings.xml`, runs joined, phonetic hints left out; undefined where the part is damaged. */
export function readStrings(xml: string): readonly string[] | undefined {
  const strings: string[] = []
  let text = ''
  let inText = false
  let inPhonetic = false
  const scanner = startTagScanner({
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 't') inText = !inPhonetic
      else if (name === 'rPh') inPhonetic = true
    },
    close: (name) => {
      if (name === 'si') strings.push(text)
      else if (name === 't') inText = false
      else if (name === 'rPh') inPhonetic = false
    },
    text: (piece) => {
      if (inText) text += piece
    },
  })
  return scanner.write(xml) && scanner.end() ? strings : undefined
}
