import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import type { MessageTree } from '../../../shared/ivi/message.ts'

export const catalogue = loadCatalogue()

/** The smallest message that the schema accepts, of an invented trailer. */
export const smallMessage: MessageTree = {
  Header: {
    IviReferenceId: '0f5a2c8e-7b1d-4e3a-9c6f-2d8b4a1e7c90',
    IviVersionNumberXsd: '2.0',
    IviVersionNumber: '1',
    IviVersionDateTime: '2026-02-27T08:15:30.125+01:00',
    DesignatedTypeApprovalCountry: 'e1',
  },
  CocDataGroup: {
    VehicleIdentificationNumber: 'W09TR0000RB123456',
    TypeApprovalType: 'EU',
    ProvisionalTypeApprovalIndicator: 'N',
    StageOfCompletion: 'C',
    Type: 'KT24',
    Variant: 'A',
    Version: '1',
    VehicleCategory: 'O4',
    MethodAttachmentStatutoryPlate: 'A1',
    TypeApprovalNumber: 'e1*2018/858*00999*00',
    TypeApprovalIssueDate: '2025-11-03',
    SigningAuthorityTable: {
      SigningAuthorityGroup: [
        {
          SignerName: 'Jonna Albers',
          SignerPosition: 'Homologation',
          SignatureLocation: 'Aurich',
          SignatureDate: '2026-02-27',
        },
      ],
    },
    MakeTable: { MakeGroup: [{ Make: 'Körner' }] },
    ManufacturerTable: {
      ManufacturerGroup: [
        {
          ManufacturerStageNumber: '1',
          ManufacturerName: 'Körner Fahrzeugbau GmbH & Co. KG',
          ManufacturerAddressLine1: 'Deichweg 3',
          ManufacturerPlaceOfResidence: 'Aurich',
          ManufacturerCountryOfResidence: 'Germany',
        },
      ],
    },
  },
}

/** A Signature that the schema accepts and that signs nothing. */
export const emptySignature =
  '<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><SignedInfo>' +
  '<CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>' +
  '<SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"/>' +
  '<Reference URI=""><DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><DigestValue>AAAA</DigestValue></Reference>' +
  '</SignedInfo><SignatureValue>AAAA</SignatureValue></Signature>'

export function withSignature(unsigned: Uint8Array): Buffer {
  const end = '</InitialVehicleInformation>'
  return Buffer.from(
    Buffer.from(unsigned)
      .toString('utf8')
      .replace(end, () => emptySignature + end),
  )
}
