import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { compose } from '../../electron/pipeline/compose.ts'
import { certificateBlocks } from '../../electron/print/certificate.ts'
import { cuts } from '../../electron/print/fonts.ts'
import { printCertificate } from '../../electron/print/print-certificate.ts'
import type { Block, Lines } from '../../electron/print/text.ts'
import type { CertificateToPrint } from '../../electron/print/to-print.ts'
import { currentCertificate } from '../../electron/register/certificates.ts'
import { findVehicle } from '../../electron/register/vehicles.ts'
import type { Catalogue } from '../../shared/ivi/catalogue.ts'
import type { MessageTree } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import { type Figure, rounded } from './figure.ts'
import { inTurn } from './measure.ts'
import type { Bench } from './open-bench.ts'

const require = createRequire(import.meta.url)
const fonts = Object.values(cuts).map((file) => readFileSync(require.resolve(file)))

/**
 * Certificates as tagged PDF, against pdfkit alone that draws as many texts, the same ones, with the same fonts: no
 * layout, no tags, no QR code. No two certificates have the same reference.
 */
export async function measurePrinting({ workspace }: Bench, id: number, rounds: number): Promise<Figure> {
  const vehicle = findVehicle(workspace.db, id)
  if (!vehicle) throw new Error(`no vehicle ${id}`)
  const { leaves } = compose(workspace, vehicle, currentCertificate(workspace.db, id))
  const certificate = (): CertificateToPrint => ({
    tree: withReference(leaves, randomUUID(), workspace.catalogue),
    catalogue: workspace.catalogue,
    language: 'en',
    standing: 'certificate',
    duplicate: false,
    sha256: 'ab'.repeat(32),
    signer: 'Bench',
    earlier: [],
  })
  const texts = certificateBlocks(certificate()).flatMap(textsOf)
  let pages = 0
  const print = () => {
    pages = printCertificate(certificate()).pages
  }
  const { wall, bare } = await inTurn(
    { wall: print, bare: () => drawBare(texts, pages) },
    { rounds, warmUp: 5 },
  )
  return {
    name: `one certificate of ${pages} pages as PDF`,
    value: rounded(wall),
    unit: 'ms',
    runs: rounds,
    peer: { name: `pdfkit drawing its ${texts.length} texts`, value: rounded(bare), unit: 'ms' },
    ratio: rounded(wall / bare),
    target: 1,
    also: { pdfsASecond: rounded(1000 / wall), peerPdfsASecond: rounded(1000 / bare) },
  }
}

function withReference(
  leaves: ReadonlyMap<string, string>,
  reference: string,
  catalogue: Catalogue,
): MessageTree {
  const tree = buildTree([...leaves, ['Header/IviReferenceId', reference]], catalogue)
  if (!tree.ok) throw new Error(tree.problem.code)
  return tree.value
}

function textsOf(block: Block): readonly string[] {
  const words = (lines: Lines): readonly string[] =>
    lines.map((runs) => runs.map(({ text }) => text).join(''))
  switch (block.kind) {
    case 'title':
      return [block.text, ...words(block.below)]
    case 'heading':
      return [block.text, block.note ?? '']
    case 'paragraph':
      return words([block.text])
    case 'entry':
      return [block.item, ...words([block.label, ...block.value])]
    case 'grid':
      return words([...block.head, ...block.rows.flat()])
    case 'signatures':
      return block.columns.flat().flatMap(({ label, value }) => [label, value])
  }
}

function drawBare(texts: readonly string[], pages: number): void {
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false, font: '' })
  for (const [at, font] of fonts.entries()) doc.registerFont(`font-${at}`, font)
  const aPage = Math.ceil(texts.length / pages)
  for (const [at, text] of texts.entries()) {
    if (at % aPage === 0) doc.addPage()
    doc
      .font(`font-${at % fonts.length}`)
      .fontSize(9)
      .text(text, 50, 40 + (at % aPage) * 11, { lineBreak: false })
  }
  doc.end()
  doc.read()
}
