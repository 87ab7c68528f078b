import { valueAt } from '../../shared/ivi/message.ts'
import { certificateBlocks } from './certificate.ts'
import { drawBlocks } from './draw-blocks.ts'
import { Flow } from './flow.ts'
import { drawFrames } from './frames.ts'
import { statement } from './layout-facts.ts'
import { type CertificateToPrint, isSigned, momentOf } from './to-print.ts'
import { colon, say } from './words.ts'

export interface Printed {
  readonly bytes: Uint8Array
  readonly pages: number
}

/** A certificate as a tagged PDF with its fonts. The same certificate gives the same bytes on every machine. */
export function printCertificate(certificate: CertificateToPrint): Printed {
  const { tree, language, standing, duplicate, sha256 } = certificate
  const text = (path: string): string => valueAt(tree, path) ?? ''
  const vin = text(statement.vin)
  const national = text(statement.approvalKind) === 'NSS'
  const title = say(language, national ? 'title.national' : 'title')
  const flow = new Flow({ title: `${title} ${vin}`.trim(), language, at: momentOf(text(statement.moment)) })
  drawBlocks(certificateBlocks(certificate), flow)
  const version = text(statement.version)
  const hash = isSigned(standing) ? 'file-hash' : 'file-hash.unsigned'
  drawFrames(flow, {
    language,
    title,
    vin,
    reference: text(statement.reference),
    version: version ? ` · ${say(language, 'version', { version })}` : '',
    hash: sha256 ? `${say(language, hash)}${colon(language)}${sha256}` : '',
    warning: standing === 'certificate' ? '' : say(language, standing),
    duplicate: duplicate ? say(language, 'duplicate') : '',
    legal: say(language, 'legal-form'),
  })
  return { bytes: flow.paper.end(), pages: flow.pageCount }
}
