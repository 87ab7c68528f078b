import { allItems } from '../../shared/ivi/facts.ts'
import { electronicBlocks } from './electronic.ts'
import { furtherBlocks, sectionBlocks } from './further.ts'
import { itemBlocks } from './items.ts'
import { actOf, partOne, sections, statement } from './layout-facts.ts'
import { Ledger } from './message-rows.ts'
import { beforeItems, signatureBlock, statementBlocks, templateOf, titleBlock } from './part-one.ts'
import { type Block, hasEnglishMarks, plain } from './text.ts'
import type { CertificateToPrint } from './to-print.ts'
import { say } from './words.ts'

/** A certificate in reading order: (EU) 2020/683 Annex VIII where the vehicle is one of its, by sections else. */
export function certificateBlocks(certificate: CertificateToPrint): readonly Block[] {
  const { tree, catalogue, language } = certificate
  const ledger = new Ledger(tree)
  const speaker = { language, catalogue }
  const act = actOf(ledger.value(statement.category) ?? '')
  const numbered = act?.items ?? false
  const print = { ledger, speaker, numbered }
  const template = templateOf(ledger)
  const first = [
    ...titleBlock(certificate, ledger, act),
    ...beforeItems(certificate, ledger),
    ...itemBlocks(partOne, print),
    ...statementBlocks(certificate, ledger),
    ...signatureBlock(certificate, ledger),
  ]
  const category = ledger.value(statement.category) ?? say(language, 'none')
  const partTwo: Block = {
    kind: 'heading',
    level: 2,
    text: say(language, 'part-2'),
    onNewPage: true,
    note: say(language, template === 'C' ? 'part-2.incomplete' : 'part-2.complete', { category }),
  }
  const second = numbered
    ? numberedSections().flatMap(({ id, items }) =>
        underHeading(say(language, `section.${id}`), itemBlocks(items, print)),
      )
    : sectionBlocks(ledger, speaker)
  const electronic = electronicBlocks(certificate, ledger, speaker)
  const content = [...first, partTwo, ...second, ...furtherBlocks(ledger, speaker), ...electronic]
  return [...content, ...notes(content, certificate, numbered ? undefined : act?.act)]
}

function underHeading(text: string, blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [{ kind: 'heading', level: 3, text }, ...blocks]
}

/** The second part's sections with the numbers of their items, in the certificate's order. */
function numberedSections(): readonly { readonly id: string; readonly items: readonly string[] }[] {
  const numbers = [...new Set(allItems().map(({ item }) => item))].filter(
    (item) => /^\d/.test(item) && !partOne.includes(item),
  )
  const starts = sections.map(({ from }) => numbers.indexOf(from))
  return sections.map(({ id }, at) => ({ id, items: numbers.slice(starts[at], starts[at + 1]) }))
}

function notes(
  content: readonly Block[],
  { language }: CertificateToPrint,
  otherAct?: string,
): readonly Block[] {
  const said = [
    ...(otherAct ? [say(language, 'note.other-act', { act: otherAct })] : []),
    say(language, 'note.wording'),
    ...(hasEnglishMarks(content) ? [say(language, 'note.foreign')] : []),
  ]
  return [{ kind: 'paragraph', text: plain(said.join(' ')), look: 'note' }]
}
