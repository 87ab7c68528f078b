import type { QuotationInput } from '../../../shared/weights/quotation.ts'
import { bears, type QuotationForm, type VehicleForm } from './quotation-form.ts'

/** A typed number; undefined where nothing is typed, NaN where it is no number, so that the check names the place. */
function numberOf(typed: string): number | undefined {
  const text = typed.trim()
  return text === '' ? undefined : Number(text)
}

/** What the form says, in the form of a quotation; lines on which nothing stands yet are left out. */
export function toQuotation(form: QuotationForm): QuotationInput {
  const { room } = form
  const [from, to] = [numberOf(room.from), numberOf(room.to)]
  return {
    name: form.name,
    customer: form.customer,
    note: form.note,
    ...(form.chassisVin === undefined
      ? { vehicle: vehicleOf(form.vehicle) }
      : { chassis: { vin: form.chassisVin.trim() } }),
    ...(form.variant === '' ? {} : { variant: { id: form.variant, options: [...form.options] } }),
    loads: {
      masses: form.masses
        .filter(({ name, kg, x }) => `${name}${kg}${x}`.trim() !== '')
        .map(({ name, kg, x, counts }) => ({
          name: name.trim(),
          kg: numberOf(kg) ?? Number.NaN,
          x: numberOf(x) ?? Number.NaN,
          counts,
        })),
      seats: form.seats
        .filter(({ count, x }) => `${count}${x}`.trim() !== '')
        .map(({ count, x }) => ({ count: numberOf(count) ?? Number.NaN, x: numberOf(x) ?? Number.NaN })),
      ...(from === undefined && to === undefined
        ? {}
        : { payload: { from: from ?? Number.NaN, to: to ?? Number.NaN } }),
    },
  }
}

function vehicleOf(form: VehicleForm): NonNullable<QuotationInput['vehicle']> {
  const trailer = bears(form.kind)
  const given = (key: string, typed: string) => {
    const value = numberOf(typed)
    return value === undefined ? {} : { [key]: value }
  }
  let x = 0
  const axles = form.axles.map((axle, at) => {
    if (at > 0 || trailer) x += numberOf(axle.spacing) ?? Number.NaN
    return {
      x,
      ...given('limit', axle.limit),
      ...given('empty', axle.empty),
      liftable: axle.liftable,
    }
  })
  const limit = numberOf(form.couplingLimit)
  return {
    kind: form.kind,
    ...(form.category === '' ? {} : { category: form.category }),
    axles,
    groups: groupsOf(form),
    ...(trailer
      ? {
          support: {
            kind: form.kind === 'semi-trailer' ? 'king-pin' : 'drawbar-eye',
            ...given('limit', form.supportLimit),
            ...given('empty', form.supportEmpty),
          },
        }
      : {}),
    ...(!trailer && limit !== undefined
      ? { towing: { kind: 'rear-coupling', limit, x: numberOf(form.couplingX) ?? Number.NaN } }
      : {}),
    maxima: given('laden', form.laden),
    dimensions: {
      ...given('front', form.front),
      ...given('rear', form.rear),
      ...given('height', form.height),
    },
  }
}

function groupsOf({
  group,
  groupLimit,
  sharing,
}: VehicleForm): NonNullable<QuotationInput['vehicle']>['groups'] {
  if (!group) return []
  const limit = numberOf(groupLimit)
  const shares = sharing
    .split(/[:;/]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(Number)
  return [
    {
      axles: Array.from({ length: group.last - group.first + 1 }, (_, at) => group.first + at),
      ...(limit === undefined ? {} : { limit }),
      ...(shares.length > 0 ? { shares } : {}),
    },
  ]
}
