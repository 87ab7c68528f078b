import { describe, expect, it } from 'vitest'
import { against } from '../../../../../renderer/screens/vehicle/weighing/against.ts'
import { fromSlip } from '../../../../../renderer/screens/vehicle/weighing/from-slip.ts'
import {
  emptySlip,
  readTogether,
  type SlipForm,
} from '../../../../../renderer/screens/vehicle/weighing/slip-form.ts'
import { isUnfinished, toSlip } from '../../../../../renderer/screens/vehicle/weighing/to-slip.ts'
import { loadCase } from '../../../../../shared/weights/load-case.ts'
import { normaliseSlip } from '../../../../../shared/weights/normalise-slip.ts'
import { parseSlip } from '../../../../../shared/weights/slip.ts'
import { tipper } from '../../../../fixtures/weights/tipper.ts'

const vin = 'ZZZFT35CHTX000101'
/** The slip of the worked example as a clerk types it. */
const typed: SlipForm = {
  ...emptySlip(2, [], '2026-11-20'),
  slip: 'W-100',
  readings: [
    { axles: [1], kg: '1400' },
    { axles: [2], kg: '1160' },
  ],
  driver: { aboard: false, x: '500' },
  tank: { amount: '21', capacity: '70', x: '1300', liquid: 'diesel' },
}

describe('a slip that is typed', () => {
  it('is brought to 1,486 / 1,184, together 2,670 kg, before it is kept', () => {
    const slip = parseSlip(toSlip(typed, vin))
    if (!slip.ok) throw new Error(slip.problem.code)
    const { vehicle, loads } = loadCase.parse(tipper)
    const further = loads.masses.filter(({ counts }) => counts === 'option')
    const seen = normaliseSlip(slip.value, { vehicle, options: [], further, driverX: undefined })
    if (!seen.ok) throw new Error(seen.problem.code)
    expect(seen.value.actual.axles.map(Math.round)).toEqual([1486, 1184])
    expect(Math.round(seen.value.actual.kg)).toBe(2670)
    expect(against(2645, seen.value.actual.kg, 'actual')).toMatchObject({ difference: 25, exceeded: false })
    expect(against(2540, seen.value.runningOrder.kg, 'runningOrder')).toMatchObject({
      percent: 0.99,
      exceeded: false,
    })
  })

  it('is unfinished without its number, a day, a reading, or with half a tank', () => {
    expect(isUnfinished(typed)).toBe(false)
    expect(isUnfinished({ ...typed, slip: ' ' })).toBe(true)
    expect(isUnfinished({ ...typed, day: undefined })).toBe(true)
    expect(isUnfinished({ ...typed, readings: [{ axles: [1], kg: '' }] })).toBe(true)
    expect(isUnfinished({ ...typed, water: { amount: '20', capacity: '', x: '' } })).toBe(true)
  })

  it('stands in the form as a file says it', () => {
    const slip = parseSlip(toSlip(typed, vin))
    if (!slip.ok) throw new Error(slip.problem.code)
    expect(fromSlip(slip.value, emptySlip(2, [], '2026-01-01'))).toEqual(typed)
  })

  it('says nothing of tanks that the vehicle does not have', () => {
    expect(toSlip(typed, vin)).not.toHaveProperty('water')
    expect(toSlip(typed, vin)).not.toHaveProperty('gas')
  })

  it('reads a bogie as one where it stood on the plate together, and back', () => {
    const single = emptySlip(3, [], '2026-11-20').readings
    const together = readTogether(single, [2, 3], true)
    expect(together.map(({ axles }) => axles)).toEqual([[1], [2, 3]])
    expect(readTogether(together, [2, 3], false).map(({ axles }) => axles)).toEqual([[1], [2], [3]])
  })
})
