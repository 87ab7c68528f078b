import { writeFileSync } from 'node:fs'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { fieldIndex } from '../../shared/ivi/catalogue.ts'
import { carryCodes } from './codes.ts'
import { carryExamples, carryHelp } from './help.ts'
import { carryItems } from './items.ts'
import { carryLabels } from './labels.ts'
import { makeLayout } from './layout.ts'
import { carryUnits } from './units.ts'
import { readWords } from './words.ts'

/** File of `schemas/ivi/2.0/` → its text, made from the facts beside the checkout. */
export function carriedFiles(): Readonly<Record<string, string>> {
  const catalogue = loadCatalogue()
  const { items, unnumbered, unresolved } = carryItems(catalogue)
  if (unresolved.length > 0) throw new Error(`not in the catalogue: ${unresolved.join(', ')}`)
  const words = readWords(new Set([...fieldIndex(catalogue).values()].map(({ name }) => name)))
  const made = {
    generated: 'by build/carry-facts/carry-all.ts; changes belong there',
    from: 'tables of facts gathered in November 2026',
  }
  const files = {
    'items.json': { ...made, items, unnumbered },
    'units.json': { ...made, units: carryUnits(catalogue, items) },
    'labels.json': { ...made, labels: carryLabels(catalogue, items, words) },
    'help.json': { ...made, from: 'build/carry-facts/words', help: carryHelp(catalogue, words) },
    'examples.json': { ...made, from: 'build/carry-facts/words', examples: carryExamples(catalogue, words) },
    'codes.json': { ...made, codes: carryCodes(catalogue) },
    'layout.json': { ...made, ...makeLayout(catalogue, items) },
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, `${JSON.stringify(content, null, 1)}\n`]),
  )
}

/** `node build/carry-facts/carry-all.ts` writes all of them. */
if (import.meta.main) {
  for (const [name, json] of Object.entries(carriedFiles())) {
    writeFileSync(new URL(`../../schemas/ivi/2.0/${name}`, import.meta.url), json)
    process.stdout.write(`schemas/ivi/2.0/${name} written\n`)
  }
}
