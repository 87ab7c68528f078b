import { hash } from 'node:crypto'
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { valueAt } from '../../shared/ivi/message.ts'
import type { Releases } from '../../shared/ivi/releases.ts'
import type { PrintedFile, PrintLanguage } from '../../shared/print/channels.ts'
import { problem } from '../../shared/problem.ts'
import { isOpen } from '../../shared/record/status.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { commonNameOf } from '../../shared/values/holder-name.ts'
import { appendAudit } from '../audit/append.ts'
import { readAnyRelease } from '../ivi-xml/find-release.ts'
import { statement } from '../print/layout-facts.ts'
import { printCertificate } from '../print/print-certificate.ts'
import {
  type CertificateToPrint,
  type EarlierCertificate,
  isSigned,
  type Standing,
} from '../print/to-print.ts'
import { languageName, printLanguages } from '../print/words.ts'
import { type Certificate, certificateVersions } from '../register/certificates.ts'
import { documentBytes, signedDocumentOf } from '../register/documents.ts'
import { findVehicle, type Vehicle } from '../register/vehicles.ts'
import { verifyIvi } from '../signature/verify-ivi.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'
import { type Composed, compose } from './compose.ts'

export interface PrintOptions {
  /** ISO 639-1. */
  readonly language: string
  readonly duplicate: boolean
}

/** A PDF with what is known of it. */
export type Printout = Omit<PrintedFile, 'base64'> & { readonly bytes: Uint8Array; readonly vin: string }

/** The languages that certificates are printed in, each by its own name. */
export function languageNames(): readonly PrintLanguage[] {
  return printLanguages.map((code) => ({ code, name: languageName(code) }))
}

/** Problems: `print-language-unknown`. */
export function knownLanguage(language: string): Result<string> {
  return printLanguages.includes(language)
    ? ok(language)
    : fail(problem('print-language-unknown', { language, known: printLanguages.join(', ') }, {}, false))
}

/**
 * Any message as paper, whoever made it. What is not validly signed says so on every page.
 * Problems: those of `readAnyRelease`, `print-language-unknown`, `print-duplicate-of-draft`.
 */
export function printMessage(
  bytes: Uint8Array,
  releases: Releases,
  options: PrintOptions,
  earlier: readonly EarlierCertificate[] = [],
  isReplaced = false,
): Result<Printout> {
  const read = readAnyRelease(bytes, releases)
  if (!read.ok) return read
  const signature = verifyIvi(bytes)
  const standing: Standing = signature.valid
    ? isReplaced
      ? 'replaced'
      : 'certificate'
    : signature.present
      ? 'invalid'
      : 'draft'
  const signer = signature.valid && signature.signer ? commonNameOf(signature.signer.subject) : undefined
  return printout({
    tree: read.value.tree,
    catalogue: read.value.catalogue,
    ...options,
    standing,
    sha256: hash('sha256', bytes),
    ...(signer === undefined ? {} : { signer }),
    earlier,
  })
}

/**
 * A vehicle's certificate as paper: the version asked for, else the newest; a draft says on every page that it is one.
 * The printing is audited. Problems: `vehicle-unknown`, `print-version-unknown`, those of {@link printMessage}.
 */
export function printVehicle(
  workspace: Workspace,
  id: number,
  options: PrintOptions & { readonly version?: number | undefined },
): Result<Printout> {
  const { db, releases } = workspace
  const vehicle = findVehicle(db, id)
  if (!vehicle) return fail(problem('vehicle-unknown', { id }))
  const all = certificateVersions(db, id)
  const certificate = all.findLast(
    ({ version }) => options.version === undefined || version === options.version,
  )
  if (!certificate) {
    const { version = 0 } = options
    const versions = [...new Set(all.map((one) => one.version))].join(', ')
    return fail(
      problem('print-version-unknown', { vin: vehicle.vin, version, versions }, { vin: vehicle.vin }, false),
    )
  }
  const printed = isOpen(certificate.status)
    ? printDraft(workspace, vehicle, certificate, options)
    : printMessage(
        signedBytes(workspace, certificate),
        releases,
        options,
        earlierOf(compose(workspace, vehicle, certificate)),
        isReplaced(certificate, all),
      )
  if (printed.ok) {
    const { version } = certificate
    const args = { version, file: printed.value.name, sha256: printed.value.sha256 }
    const action = options.duplicate ? 'duplicate-printed' : 'certificate-printed'
    appendAudit(db, {
      at: timestamp(workspace),
      person: actorName(workspace),
      action,
      vin: vehicle.vin,
      args,
    })
  }
  return printed
}

function printDraft(
  workspace: Workspace,
  vehicle: Vehicle,
  certificate: Certificate,
  options: PrintOptions,
): Result<Printout> {
  const composed = compose(workspace, vehicle, certificate)
  const { tree, catalogue } = composed
  return printout({ tree, catalogue, ...options, standing: 'draft', earlier: earlierOf(composed) })
}

function signedBytes({ db }: Workspace, { id, status }: Certificate): Uint8Array {
  const signed = signedDocumentOf(db, id)
  if (!signed) throw new Error(`certificate ${id} is ${status} without signed bytes`)
  return documentBytes(db, signed.sha256)
}

/** A later version that was signed takes a certificate's place. */
function isReplaced(certificate: Certificate, all: readonly Certificate[]): boolean {
  return all.some(
    ({ version, status }) => version > certificate.version && !isOpen(status) && status !== 'withdrawn',
  )
}

function earlierOf({ stages }: Composed): readonly EarlierCertificate[] {
  return stages.map(({ stageNumber, approval, tree }) => ({
    stage: stageNumber,
    approval,
    reference: valueAt(tree, paths.reference) ?? '',
  }))
}

function printout(certificate: CertificateToPrint): Result<Printout> {
  const known = knownLanguage(certificate.language)
  if (!known.ok) return known
  const { tree, standing, language, duplicate } = certificate
  if (duplicate && !isSigned(standing)) return fail(problem('print-duplicate-of-draft', {}, {}, false))
  const { bytes, pages } = printCertificate(certificate)
  const vin = valueAt(tree, paths.vin) ?? ''
  const version = valueAt(tree, statement.version)
  const parts = [fileSafe(vin) || 'certificate', 'coc', version && `v${version}`, language]
  const name = `${parts.filter(Boolean).join('-')}${duplicate ? '-duplicate' : ''}.pdf`
  return ok({ name, vin, pages, sha256: hash('sha256', bytes), standing, bytes })
}

/** A VIN comes from a file: as part of a name it keeps letters and digits alone. */
export function fileSafe(text: string): string {
  return text.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)
}
