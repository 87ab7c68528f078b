import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { findReportedField } from '../../../electron/submission/find-reported-field.ts'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'

describe('a field that an authority names', () => {
  it.each([
    ['CocDataGroup/TypeApprovalNumber', 'CocDataGroup/TypeApprovalNumber'],
    ['/InitialVehicleInformation/CocDataGroup/TypeApprovalNumber', 'CocDataGroup/TypeApprovalNumber'],
    [
      '/ivi:InitialVehicleInformation/ivi:CocDataGroup/ivi:TypeApprovalNumber',
      'CocDataGroup/TypeApprovalNumber',
    ],
    ['TypeApprovalNumber', 'CocDataGroup/TypeApprovalNumber'],
    [' IviReferenceId ', 'Header/IviReferenceId'],
    ['/*/InitialVehicleInformation/CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing', undefined],
    ['//CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing', 'CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing'],
    ['AxleGroup[3]/AxleSpacing', 'CocDataGroup/AxleTable/AxleGroup[3]/AxleSpacing'],
    ['MassGroup', 'CocDataGroup/MassGroup'],
    ['', undefined],
    ['NoSuchField', undefined],
    ['CocDataGroup/NoSuchField', undefined],
    ['line 7, column 3', undefined],
  ])('%j is %s', (reported, path) => {
    expect(findReportedField(reported)).toBe(path)
  })

  it('is found by its bare name exactly where that stands in one place only', () => {
    const index = fieldIndex(loadCatalogue())
    const count = new Map<string, number>()
    for (const { name } of index.values()) count.set(name, (count.get(name) ?? 0) + 1)
    for (const { name, path } of index.values()) {
      expect(findReportedField(name)).toBe(count.get(name) === 1 ? path : undefined)
    }
  })

  it('whatever stands there instead, nothing breaks', () => {
    fc.assert(
      fc.property(fc.string(), (reported) => {
        const path = findReportedField(reported)
        if (path !== undefined) expect(path).toMatch(/^(Header|CocDataGroup)/)
      }),
    )
  })
})
