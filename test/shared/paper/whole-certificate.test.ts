import { describe, expect, test } from 'vitest'
import { readPdf } from '../../../electron/intake/read-pdf.ts'
import { printCertificate } from '../../../electron/print/print-certificate.ts'
import { leavesOf, type MessageTree } from '../../../shared/ivi/message.ts'
import { readableScan } from '../../../shared/paper/item-text.ts'
import { suggestionsFor } from '../../../shared/paper/suggest.ts'
import { catalogue, example } from '../../electron/print/a-certificate.ts'
import { lacksShared } from '../../needs.ts'

/** How many of a message's values the first suggestion for their field states, and how many it states otherwise. */
async function readBack(tree: MessageTree, pdf: Uint8Array) {
  const read = await readPdf(pdf, { maxPages: 60, maxPiecesOfText: 40_000 })
  if (!read.ok) throw new Error(read.problem.code)
  const scan = readableScan({ name: 'coc.pdf', sha256: '' }, read.value)
  const told = { right: 0, wrong: [] as string[] }
  for (const [path, value] of leavesOf(tree)) {
    const [first] = suggestionsFor(path, [scan], catalogue)
    if (first?.value === undefined) continue
    if (first.value === value || Number(first.value) === Number(value)) told.right += 1
    else told.wrong.push(`${path}: ${first.value} for ${value}`)
  }
  return told
}

describe.skipIf(lacksShared)(
  'a certificate that was printed whole (skipped without the official examples)',
  () => {
    test.each([
      ['sample-M1-hybrid', 'en', 98],
      ['sample-M1-hybrid', 'de', 94],
      ['sample-N2-complete-electric', 'en', 130],
      ['sample-N2-complete-electric', 'fr', 128],
      ['sample-N2-complete-electric', 'nl', 128],
    ] as const)(
      '%s in %s offers most of its values and hardly a wrong one',
      async (name, language, least) => {
        const certificate = { ...example(name), language }
        const { bytes } = printCertificate(certificate)
        const { right, wrong } = await readBack(certificate.tree, bytes)
        expect(right).toBeGreaterThan(least)
        expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(4)
      },
      60_000,
    )
  },
)
