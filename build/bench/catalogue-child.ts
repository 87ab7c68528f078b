import { readFileSync } from 'node:fs'

/** Files that the catalogue and its words are. */
const files = ['catalogue', 'codes', 'examples', 'help', 'items', 'labels', 'layout', 'units']

/** `parse`: the files read and parsed, no more. `load`: what asks them is there and has answered once of every field. */
async function work(part: string): Promise<number> {
  const started = performance.now()
  if (part === 'parse') {
    const folder = new URL('../../schemas/ivi/2.0/', import.meta.url)
    for (const file of files) JSON.parse(readFileSync(new URL(`${file}.json`, folder), 'utf8'))
    return performance.now() - started
  }
  const [{ loadCatalogue }, { fieldIndex }, facts, { formSections }] = await Promise.all([
    import('../../electron/ivi-xml/load-catalogue.ts'),
    import('../../shared/ivi/catalogue.ts'),
    import('../../shared/ivi/facts.ts'),
    import('../../shared/ivi/layout.ts'),
  ])
  const known = fieldIndex(loadCatalogue())
  for (const { fields } of formSections) {
    for (const path of fields) {
      if (!known.has(path)) throw new Error(`${path} is in no release`)
      facts.labelOf(path, 'en')
      facts.helpOf(path, 'en')
      facts.itemsOf(path)
    }
  }
  return performance.now() - started
}

const milliseconds = await work(process.argv[2] ?? '')
process.stdout.write(`${JSON.stringify({ milliseconds })}\n`)
