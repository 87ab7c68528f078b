import { type Found, found } from './found.ts'
import type { Reading } from './reading.ts'

/** A text may stand in several languages, each once: the same one twice is a row copied and left as it was. */
export function* remarksDiffer(own: Reading): Iterable<Found> {
  const said = new Map<string, number>()
  for (const [at, row] of own.rows('remarks').entries()) {
    const subject = row.text('remarkSubject')
    const language = row.text('remarkLanguage')
    const text = row.text('remark')
    if (!subject || !language || !text) continue
    const key = JSON.stringify([subject.value, language.value, text.value])
    const first = said.get(key)
    if (first === undefined) said.set(key, at)
    else yield found('remark-twice', [text, language], { row: at + 1, first: first + 1 })
  }
}
