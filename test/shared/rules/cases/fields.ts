import { aChassis, aLorry, alone } from '../a-message.ts'
import type { Case } from './case.ts'

export const fields: readonly Case[] = [
  {
    rule: '82',
    code: 'field-not-on-stage',
    severity: 'warning',
    when: 'a length on an incomplete vehicle',
    given: alone(aChassis({ length: 6000 })),
    at: 'DimensionGroup/Length',
    but: 'the greatest it may become',
    sound: alone(aChassis()),
  },
  {
    rule: 'other-acts',
    code: 'field-of-other-act',
    severity: 'info',
    when: 'the seating height of a motorcycle on a lorry',
    given: alone(aLorry({ 'DimensionGroup/SeatingHeight': 1100 })),
    but: 'none',
    sound: alone(aLorry()),
  },
  {
    rule: '83',
    code: 'manufacture-date-missing',
    severity: 'error',
    when: 'a vehicle of unknown date of manufacture',
    given: alone(aLorry({ manufactureDate: null })),
    but: 'of a known one',
    sound: alone(aLorry()),
  },
  {
    rule: 'required',
    code: 'group-missing',
    severity: 'error',
    when: 'a message without masses, which the schema lets pass',
    given: alone(aLorry({ MassGroup: null })),
    at: 'MassGroup',
    but: 'with masses',
    sound: alone(aLorry()),
  },
  {
    rule: 'schema',
    code: 'schema-error',
    severity: 'error',
    when: 'a draft with 100 axles',
    given: alone(aLorry({ axleCount: 100 }), { phase: 'draft' }),
    at: 'GeneralConstructionGroup/NumberOfAxles',
    but: 'one that lacks what is filled in when it is signed',
    sound: alone(
      aLorry({
        reference: null,
        'Header/IviVersionDateTime': null,
        'Header/IviVersionNumber': null,
        'Header/IviVersionNumberXsd': null,
        SigningAuthorityTable: null,
      }),
      { phase: 'draft' },
    ),
  },
]
