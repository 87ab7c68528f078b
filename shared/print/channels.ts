import { z } from 'zod'
import { channel } from '../channel.ts'

const id = z.number().int().positive()
/** ISO 639-1; which ones there are is data (`schemas/print/words.json`). */
const language = z.string().max(5)

/** A finished PDF. */
export interface PrintedFile {
  /** Name that the file is best kept under. */
  readonly name: string
  readonly pages: number
  /** Of the PDF, in hex. */
  readonly sha256: string
  /** Whether it shows a signed certificate, and what stands across its pages where it does not. */
  readonly standing: 'certificate' | 'replaced' | 'draft' | 'invalid'
  readonly base64: string
}

/** Certificates and plates on paper: their part of the contract. */
export const printChannels = {
  /** The newest version of a vehicle's certificate unless told; a duplicate is marked as one. */
  'print/certificate': channel(
    z
      .object({
        id,
        language,
        version: z.number().int().positive().optional(),
        duplicate: z.boolean().default(false),
      })
      .strict(),
  ).returns<PrintedFile>(),
  /** The statutory plate of our stage, to scale, with what is stamped where. */
  'print/plate': channel(z.object({ id, language }).strict()).returns<PrintedFile>(),
  'print/languages': channel(z.object({}).strict()).returns<readonly PrintLanguage[]>(),
}

export interface PrintLanguage {
  readonly code: string
  /** In the language itself. */
  readonly name: string
}
