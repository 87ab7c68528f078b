import { describe, expect, it } from 'vitest'
import { fromQuotation } from '../../../../renderer/screens/quotations/from-quotation.ts'
import { isUnfinished } from '../../../../renderer/screens/quotations/is-unfinished.ts'
import {
  emptyForm,
  nextRow,
  type QuotationForm,
} from '../../../../renderer/screens/quotations/quotation-form.ts'
import { toQuotation } from '../../../../renderer/screens/quotations/to-quotation.ts'
import { computeWeights } from '../../../../shared/weights/compute-weights.ts'
import { parseQuotation, type QuotationInput } from '../../../../shared/weights/quotation.ts'
import { craneTruck } from '../../../fixtures/weights/crane-truck.ts'
import { tipper } from '../../../fixtures/weights/tipper.ts'
import { centreAxleTrailer, semiTrailer } from '../../parts/drawing/trailers.ts'

const parsed = (input: QuotationInput) => {
  const result = parseQuotation(input)
  if (!result.ok) throw new Error(`${result.problem.code} ${JSON.stringify(result.problem.args)}`)
  return result.value
}
const loaded = ({ vehicle, loads }: typeof tipper): QuotationInput => ({ name: 'Question', vehicle, loads })

describe('a quotation in its form', () => {
  it.each([
    ['the tipper', tipper],
    ['the crane truck', craneTruck('B')],
    ['a semi-trailer', semiTrailer],
    ['a centre-axle trailer', centreAxleTrailer],
  ])('weighs as before once it was shown and read again: %s', (_, given) => {
    const kept = parsed(loaded(given))
    const again = parsed(toQuotation(fromQuotation(kept)))
    const loads = ({ vehicle, loads: masses }: typeof kept) =>
      vehicle && computeWeights({ vehicle, loads: masses, trials: [] }).states.map(({ axles }) => axles)
    expect(loads(again)).toEqual(loads(kept))
  })

  it('waits for what stands empty, and names what is wrong', () => {
    expect(isUnfinished(emptyForm)).toBe(true)
    const form: QuotationForm = {
      ...fromQuotation(parsed(loaded(tipper))),
      masses: [{ row: 1, name: 'Crane', kg: '2650', x: '', counts: 'option' }],
    }
    expect(isUnfinished(form)).toBe(true)
    const absurd = {
      ...form,
      masses: [{ row: 1, name: 'Crane', kg: '-5', x: '950', counts: 'option' as const }],
    }
    expect(isUnfinished(absurd)).toBe(false)
    expect(parseQuotation(toQuotation(absurd))).toMatchObject({
      ok: false,
      problem: { code: 'weights-number-low' },
    })
  })

  it('leaves lines out on which nothing stands yet', () => {
    const form: QuotationForm = {
      ...fromQuotation(parsed(loaded(tipper))),
      masses: [{ row: 1, name: '', kg: '', x: '', counts: 'option' }],
      seats: [{ row: 1, count: '', x: '' }],
    }
    expect(isUnfinished(form)).toBe(false)
    expect(toQuotation(form).loads).toMatchObject({ masses: [], seats: [] })
  })

  it('numbers a new line behind all others', () => {
    expect(nextRow([])).toBe(1)
    expect(nextRow([{ row: 1 }, { row: 4 }])).toBe(5)
  })
})
