import { type Found, found, set } from './found.ts'
import type { Reading } from './reading.ts'

/** Rule 70: approved, then built, then signed, and nothing of it tomorrow. An extension may come after the start. */
export function* datesInOrder(own: Reading): Iterable<Found> {
  const approved = own.date('approvalDate')
  const built = own.date('manufactureDate')
  const today = own.input.today
  if (approved && built && approved.value > built.value) {
    yield found('approval-after-manufacture', [approved, built], {
      approved: approved.value,
      built: built.value,
    })
  }
  for (const signed of signatureDays(own)) {
    if (built && built.value > signed.value) {
      const args = { built: built.value, signed: signed.value }
      const fix = signed.isStated && built.value <= today ? set(signed, today) : undefined
      yield found('manufacture-after-signature', [built, signed.path], args, fix)
    }
    if (signed.value > today) {
      const fix = signed.isStated && (!built || built.value <= today) ? set(signed, today) : undefined
      yield found('signature-in-future', [signed.path], { signed: signed.value, today }, fix)
    }
  }
  if (built && built.value > today)
    yield found('manufacture-in-future', [built], { built: built.value, today })
}

interface SignatureDay {
  readonly value: string
  readonly path: string
  readonly isStated: boolean
}

/** The days in the message, else the one that will be put there. */
function signatureDays(own: Reading): readonly SignatureDay[] {
  const stated = own.rows('signers').flatMap((row) => {
    const day = row.date('signatureDate')
    return day ? [{ ...day, isStated: true }] : []
  })
  const planned = own.input.signatureDate
  if (stated.length > 0 || !planned) return stated
  return [{ value: planned, path: own.at('signers'), isStated: false }]
}
