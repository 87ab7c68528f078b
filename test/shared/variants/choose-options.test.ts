import { describe, expect, it } from 'vitest'
import { bodyLoads } from '../../../shared/variants/body-loads.ts'
import { checkOptions } from '../../../shared/variants/choose-options.ts'
import type { BodyOption } from '../../../shared/variants/definition.ts'
import type { Variant } from '../../../shared/variants/variant.ts'

const option = (id: string, more: Partial<BodyOption> = {}): BodyOption => ({
  ...{ id, name: id.toLowerCase(), masses: [], set: {}, excludes: [], requires: [] },
  ...more,
})
const body: Variant = {
  ...{ id: 'BOX', version: 1, name: 'Box', categories: ['N1', 'N2'], stage: 'V', carry: 'full' },
  ...{ replaces: [], set: {}, byCategory: {} },
  loads: { masses: [{ name: 'Box', kg: 700, x: 2500, counts: 'standard' }], seats: [{ count: 2, x: 500 }] },
  loadsByCategory: { N2: { masses: [{ name: 'Box', kg: 900, x: 3000, counts: 'standard' }], seats: [] } },
  options: [
    option('LIFT', { masses: [{ name: 'Lift', kg: 300, x: 4800, counts: 'option' }], excludes: ['DOORS'] }),
    option('DOORS'),
    option('FRIDGE', { requires: ['BATTERY'] }),
    option('BATTERY', { categories: ['N2'] }),
  ],
}
const code = (chosen: readonly string[], category = 'N2') => checkOptions(body, chosen, category)?.code

describe('options of a body', () => {
  it('may be chosen together where nothing speaks against it', () => {
    expect(code([])).toBeUndefined()
    expect(code(['LIFT', 'FRIDGE', 'BATTERY'])).toBeUndefined()
    expect(code(['BATTERY'], 'N2G')).toBeUndefined()
  })

  it('are refused unknown, twice, against each other from either side, and without what they require', () => {
    expect(code(['CRANE'])).toBe('option-unknown')
    expect(code(['LIFT', 'LIFT'])).toBe('option-twice')
    expect(code(['LIFT', 'DOORS'])).toBe('options-exclude')
    expect(code(['DOORS', 'LIFT'])).toBe('options-exclude')
    expect(code(['FRIDGE'])).toBe('option-requires')
    expect(code(['BATTERY'], 'N1')).toBe('option-not-for-category')
  })

  it('add their masses to those of the body, by category', () => {
    const names = (...args: Parameters<typeof bodyLoads>) =>
      bodyLoads(...args)?.masses.map(({ name, kg }) => `${name} ${kg}`)
    expect(names(body, 'N1', [])).toEqual(['Box 700'])
    expect(names(body, 'N2', ['LIFT'])).toEqual(['Box 900', 'Lift 300'])
  })

  it('give way to a mass of the same name that the vehicle itself has', () => {
    const further = [{ name: 'Lift', kg: 312, x: 4810, counts: 'option' as const }]
    expect(bodyLoads(body, 'N1', ['LIFT'], further)?.masses.map(({ kg }) => kg)).toEqual([700, 312])
  })
})
