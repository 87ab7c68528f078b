import type { Ledger } from './message-rows.ts'
import { type Block, type Lines, plain } from './text.ts'
import { type CertificateToPrint, isSigned } from './to-print.ts'
import { type Speaker, valueRuns } from './values.ts'
import { fieldRuns, say } from './words.ts'

/** What names the electronic certificate that the paper was made from, and what its signature is worth. */
export function electronicBlocks(
  { language, sha256, standing, signer }: CertificateToPrint,
  ledger: Ledger,
  speaker: Speaker,
): readonly Block[] {
  const header = ledger.leaves
    .filter(({ path }) => path.startsWith('Header/'))
    .map((leaf): Block => {
      ledger.take(leaf.path)
      return named(fieldRuns(leaf.path, language), [valueRuns(leaf, speaker)])
    })
  const hash = isSigned(standing) ? 'file-hash' : 'file-hash.unsigned'
  const worth = isSigned(standing) ? 'certificate' : standing
  const state = say(language, `signature-state.${worth}`, { name: signer ?? '' })
  return [
    { kind: 'heading', level: 3, text: say(language, 'electronic') },
    ...header,
    ...(sha256 ? [named(plain(say(language, hash)), [plain(sha256)])] : []),
    named(plain(say(language, 'signature-state')), [plain(state)]),
  ]
}

function named(label: Lines[number], value: Lines): Block {
  return { kind: 'entry', item: '', label, value }
}
