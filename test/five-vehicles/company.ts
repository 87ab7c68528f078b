/** The body builder, invented. */
export const company = {
  country: 'e24',
  person: 'Nora Garrane',
  company: {
    ManufacturerName: 'GARRANE BODIES LIMITED',
    ManufacturerAddressLine1: '4 KILN ROAD',
    ManufacturerAddressLine2: 'X99 AB12',
    ManufacturerPlaceOfResidence: 'BALLYGARRANE',
    ManufacturerCountryOfResidence: 'IRELAND',
    SignerName: 'NORA GARRANE',
    SignerPosition: 'HOMOLOGATION MANAGER',
    SignatureLocation: 'BALLYGARRANE',
  },
} as const
