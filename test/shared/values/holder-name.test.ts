import { expect, it } from 'vitest'
import { commonNameOf, holderOf } from '../../../shared/values/holder-name.ts'

it('a certificate is called by its common name, with the organisation where that says more', () => {
  expect(holderOf('CN=Piotr Lindqvist, SERIALNUMBER=12, C=SE')).toBe('Piotr Lindqvist')
  expect(holderOf('C=AT, O=Works GmbH, CN=Seal')).toBe('Seal · Works GmbH')
  expect(holderOf('CN=Works GmbH seal, O=Works GmbH')).toBe('Works GmbH seal')
})

it('a comma within a name does not end it, and a name without common name stands whole', () => {
  expect(holderOf('CN=Works\\, Sons & Co, C=AT')).toBe('Works, Sons & Co')
  expect(commonNameOf('O=Works\\, Sons & Co, CN=Miller\\, J., C=AT')).toBe('Miller, J.')
  expect(holderOf('OU=Card 7')).toBe('OU=Card 7')
})
