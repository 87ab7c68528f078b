import { expect, test } from 'vitest'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { fieldWidth } from '../../../shared/ivi/field-width.ts'
import { catalogue } from '../../electron/ivi-xml/messages.ts'

const widthOf = (name: string) => {
  const found = [...fieldIndex(catalogue).values()].find((field) => field.name === name)
  if (!found) throw new Error(name)
  return fieldWidth(found.type)
}

test('a value has the room that its type needs: an axle number little, a VIN its letters, a remark all there is', () => {
  expect(widthOf('AxleNumber')).toEqual({ characters: 6, grows: false })
  expect(widthOf('ActualMass').characters).toBe(8)
  expect(widthOf('MaximumSpeed').characters).toBe(8)
  expect(widthOf('VehicleIdentificationNumber')).toEqual({ characters: 19, grows: false })
  expect(widthOf('Remark').grows).toBe(true)
  expect(widthOf('VehicleCategory').grows).toBe(true)
  expect(widthOf('LiftAxleIndicator').grows).toBe(false)
})

test('every field has room for something and none asks for more than a line', () => {
  for (const { name, type } of fieldIndex(catalogue).values()) {
    expect(fieldWidth(type).characters, name).toBeGreaterThan(3)
    expect(fieldWidth(type).characters, name).toBeLessThan(43)
  }
})
