import { formSections } from '../../shared/ivi/layout.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { entriesOf } from './entries.ts'
import { type Ledger, rowOf } from './message-rows.ts'
import { type Block, plain, type Runs } from './text.ts'
import type { Leaf, Speaker } from './values.ts'
import { fieldRuns, say, sectionRuns, tableRuns } from './words.ts'

/** Every value that no item showed, by the sections of the form. */
export function sectionBlocks(ledger: Ledger, speaker: Speaker): readonly Block[] {
  return formSections.flatMap(({ id, fields }) => {
    if (id === 'message') return []
    const leaves = fields.flatMap((field) => ledger.of(field)).filter((leaf) => ledger.isOpen(leaf))
    if (leaves.length === 0) return []
    const text = sectionRuns(id, speaker.language)
      .map((run) => run.text)
      .join('')
    return [{ kind: 'heading', level: 3, text } as const, ...looseBlocks(leaves, ledger, speaker)]
  })
}

/** What is left of a message after its numbered items, under a heading that says so. */
export function furtherBlocks(ledger: Ledger, speaker: Speaker): readonly Block[] {
  const leaves = ledger.open().filter(({ path }) => !path.startsWith('Header/'))
  if (leaves.length === 0) return []
  return [
    {
      kind: 'heading',
      level: 3,
      text: say(speaker.language, 'further'),
      note: say(speaker.language, 'further.note'),
    },
    ...looseBlocks(leaves, ledger, speaker),
  ]
}

/** Single values line by line, those of one table together. */
function looseBlocks(leaves: readonly Leaf[], ledger: Ledger, speaker: Speaker): readonly Block[] {
  const together = Map.groupBy(leaves, ({ path }) => rowOf(path)?.group ?? schemaPath(path))
  return [...together].flatMap(([place, group]) => {
    const open = group.filter((leaf) => ledger.isOpen(leaf))
    return open.length === 0
      ? []
      : entriesOf(open, { ledger, speaker, item: '', label: labelOf(place, open, speaker) })
  })
}

function labelOf(place: string, leaves: readonly Leaf[], { language }: Speaker): Runs {
  const [first] = leaves
  if (!first) return plain('')
  const fields = new Set(leaves.map(({ path }) => schemaPath(path)))
  return fields.size === 1 ? fieldRuns(first.path, language) : tableRuns(place, language)
}
