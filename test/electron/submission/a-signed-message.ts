import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SigningSession } from '../../../electron/signature/key.ts'
import { makeThrowAwayKey } from '../../../electron/signature/make-throw-away-key.ts'
import { openFileKey } from '../../../electron/signature/pkcs12/open-file-key.ts'
import { signIvi } from '../../../electron/signature/sign-ivi.ts'

export interface MessageWish {
  readonly reference?: string
  readonly vin?: string
  readonly approval?: string
  readonly category?: string
  readonly stage?: 'C' | 'I' | 'V'
  readonly stageNumber?: number
  readonly version?: number
  /** XML that follows the mandatory fields of CocDataGroup. */
  readonly more?: string
  /** XML that follows the mandatory fields of ManufacturerGroup. */
  readonly previous?: string
}

export const knownApproval = 'e4*2018/858*00917*01'

/** As little as the schema takes: an invented trailer. */
export function unsignedMessage(wish: MessageWish = {}): string {
  const {
    reference = randomUUID(),
    vin = 'W09ZZZTRA7N000117',
    approval = knownApproval,
    category = 'O4',
    stage = 'C',
    stageNumber = 1,
    version = 1,
    more = '',
    previous = '',
  } = wish
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<InitialVehicleInformation xmlns="http://eu.ereg.initialvehicleinformation.v2"><Header>' +
    `<IviReferenceId>${reference}</IviReferenceId><IviVersionNumberXsd>2.0</IviVersionNumberXsd>` +
    `<IviVersionNumber>${version}</IviVersionNumber>` +
    '<IviVersionDateTime>2026-10-01T08:00:00.000+02:00</IviVersionDateTime>' +
    '<DesignatedTypeApprovalCountry>e4</DesignatedTypeApprovalCountry></Header><CocDataGroup>' +
    `<VehicleIdentificationNumber>${vin}</VehicleIdentificationNumber><TypeApprovalType>EU</TypeApprovalType>` +
    `<ProvisionalTypeApprovalIndicator>N</ProvisionalTypeApprovalIndicator><StageOfCompletion>${stage}</StageOfCompletion>` +
    `<Type>TRX</Type><Variant>A1</Variant><Version>01</Version><VehicleCategory>${category}</VehicleCategory>` +
    '<MethodAttachmentStatutoryPlate>A1</MethodAttachmentStatutoryPlate>' +
    `<TypeApprovalNumber>${approval}</TypeApprovalNumber><TypeApprovalIssueDate>2026-03-02</TypeApprovalIssueDate>` +
    '<SigningAuthorityTable><SigningAuthorityGroup><SignerName>Jörg Ærø</SignerName>' +
    '<SignerPosition>Head of homologation</SignerPosition><SignatureLocation>Musterstadt</SignatureLocation>' +
    '<SignatureDate>2026-10-01</SignatureDate></SigningAuthorityGroup></SigningAuthorityTable>' +
    '<MakeTable><MakeGroup><Make>Fahrgut</Make></MakeGroup></MakeTable><ManufacturerTable><ManufacturerGroup>' +
    `<ManufacturerStageNumber>${stageNumber}</ManufacturerStageNumber><ManufacturerName>Fahrgut GmbH</ManufacturerName>` +
    '<ManufacturerAddressLine1>Am Werk 1</ManufacturerAddressLine1>' +
    '<ManufacturerPlaceOfResidence>Musterstadt</ManufacturerPlaceOfResidence>' +
    `<ManufacturerCountryOfResidence>GERMANY</ManufacturerCountryOfResidence>${previous}` +
    `</ManufacturerGroup></ManufacturerTable>${more}</CocDataGroup></InitialVehicleInformation>`
  )
}

export interface TestSigner {
  readonly session: SigningSession
  /** For an authority's list of signers. */
  readonly certificatePem: string
  sign(xml: string, form?: 'xades' | 'xmldsig'): Promise<Uint8Array>
}

export async function makeSigner(commonName = 'Fahrgut GmbH seal'): Promise<TestSigner> {
  const passphrase = randomUUID()
  const p12 = await makeThrowAwayKey({ commonName, organisation: 'Fahrgut GmbH', passphrase })
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-signer-'))
  try {
    const file = join(folder, 'seal.p12')
    writeFileSync(file, p12, { mode: 0o600 })
    const opened = await openFileKey({ kind: 'p12', file }, passphrase, new Date())
    if (!opened.ok) throw new Error(opened.problem.code)
    const session = opened.value
    const base64 = Buffer.from(session.certificateDer).toString('base64')
    return {
      session,
      certificatePem: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
      async sign(xml, form = 'xades') {
        const signed = await signIvi(Buffer.from(xml), session, { form, at: new Date() })
        if (!signed.ok) throw new Error(JSON.stringify(signed.problem))
        return signed.value.bytes
      },
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The signed message and the reference that stands in it. */
export async function signedMessage(
  signer: TestSigner,
  wish: MessageWish = {},
): Promise<{ readonly bytes: Uint8Array; readonly reference: string }> {
  const reference = wish.reference ?? randomUUID()
  return { bytes: await signer.sign(unsignedMessage({ ...wish, reference })), reference }
}
