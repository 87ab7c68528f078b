import { describe, expect, it } from 'vitest'
import { inFormOrder, placeInForm } from '../../../shared/ivi/form-order.ts'
import { formSections } from '../../../shared/ivi/layout.ts'

const paths = (...all: readonly string[]) => all.map((path) => ({ path }))

describe('the order of the form', () => {
  it('a field has its section, a group and a table that of their first field, a row that of its table', () => {
    const first = formSections[0]?.fields[0] ?? ''
    expect(placeInForm(first)).toEqual({ section: formSections[0]?.id, at: 0 })
    expect(placeInForm('CocDataGroup/AxleTable/AxleGroup[2]')).toEqual(placeInForm('CocDataGroup/AxleTable'))
    expect(placeInForm('CocDataGroup/MassGroup').section).toBe('masses')
  })

  it('what the message states first may stand last in the form', () => {
    const mixed = paths(
      'Header/DesignatedTypeApprovalCountry',
      'CocDataGroup/NoFieldOfAnyRelease',
      'CocDataGroup/MassGroup',
      'CocDataGroup/Variant',
      'CocDataGroup/Type',
    )
    expect(inFormOrder(mixed).map(({ path }) => path)).toEqual([
      'CocDataGroup/Type',
      'CocDataGroup/Variant',
      'CocDataGroup/MassGroup',
      'Header/DesignatedTypeApprovalCountry',
      'CocDataGroup/NoFieldOfAnyRelease',
    ])
  })

  it('the same field of several rows keeps their order', () => {
    const rows = paths(
      'CocDataGroup/AxleTable/AxleGroup[2]/AxleTrack',
      'CocDataGroup/AxleTable/AxleGroup[10]/AxleTrack',
    )
    expect(inFormOrder(rows)).toEqual(rows)
  })
})
