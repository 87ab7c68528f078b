import { expect, test } from 'vitest'
import { parseQuotation } from '../../../shared/weights/quotation.ts'
import { problemPart } from '../../../shared/words.ts'
import { tipper } from '../../fixtures/weights/tipper.ts'

const vehicle = tipper.vehicle
const crane = { name: 'crane', kg: 2650, x: 950, counts: 'standard' }
const refused = (json: unknown) => {
  const parsed = parseQuotation(json)
  return parsed.ok ? undefined : parsed.problem
}

test('a quotation needs a name and a vehicle, nothing else', () => {
  expect(refused({ name: 'Tipper', vehicle })).toBeUndefined()
  expect(refused({ name: 'Tipper', chassis: { vin: 'ZZZFT35CHTX000101' } })).toBeUndefined()
})

test.each([
  ['weights-value-missing', { masses: [{ ...crane, x: undefined }] }, 'loads › masses › crane › x'],
  ['weights-number-low', { masses: [{ ...crane, kg: -1 }] }, 'loads › masses › crane › kg'],
  ['weights-number-low', { masses: [{ ...crane, kg: 0 }] }, 'loads › masses › crane › kg'],
  ['weights-number-high', { masses: [{ ...crane, kg: 1e7 }] }, 'loads › masses › crane › kg'],
  ['weights-number-high', { masses: [{ ...crane, x: 1e7 }] }, 'loads › masses › crane › x'],
  ['weights-unreadable', { masses: [{ ...crane, kg: '2650' }] }, 'loads › masses › crane › kg'],
  ['weights-unreadable', { masses: [{ ...crane, counts: 'both' }] }, 'loads › masses › crane › counts'],
  ['weights-key-unknown', { payloads: {} }, 'loads'],
  ['weights-fault-room-without-length', { payload: { from: 3950, to: 650 } }, 'loads › payload › to'],
  [
    'weights-fault-one-share-an-axle',
    { sharing: [{ axles: [1, 2], shares: [1, 2, 3] }] },
    'loads › sharing › 1 › shares',
  ],
])('%s', (code, loads, where) => {
  const problem = refused({ name: 'Crane', vehicle, loads })
  expect(problem).toMatchObject({ code, args: { where } })
  for (const language of ['en', 'de'] as const)
    for (const part of ['heading', 'explanation', 'next'] as const)
      expect(problem && problemPart(problem, part, language)).toBeTruthy()
})

test.each([
  ['weights-fault-no-vehicle', { name: 'X' }],
  ['weights-fault-two-vehicles', { name: 'X', vehicle, chassis: { vin: 'ZZZFT35CHTX000101' } }],
  ['weights-number-low', { name: 'X', vehicle: { ...vehicle, axles: [{ x: 0, limit: -5 }, { x: 3450 }] } }],
  ['weights-fault-no-such-axle', { name: 'X', vehicle: { ...vehicle, groups: [{ axles: [2, 3] }] } }],
  [
    'weights-fault-coupling-of-no-trailer',
    { name: 'X', vehicle: { ...vehicle, support: { kind: 'king-pin' } } },
  ],
  [
    'weights-fault-trailer-without-coupling',
    { name: 'X', vehicle: { kind: 'semi-trailer', axles: [{ x: 6000 }] } },
  ],
  ['weights-fault-two-axles-at-least', { name: 'X', vehicle: { kind: 'rigid', axles: [{ x: 0 }] } }],
  [
    'weights-fault-behind-the-coupling',
    { name: 'X', vehicle: { kind: 'semi-trailer', axles: [{ x: -1 }], support: { kind: 'king-pin' } } },
  ],
])('%s', (code, json) => {
  expect(refused(json)).toMatchObject({ code })
})
