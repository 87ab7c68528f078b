import type { StaticVehicle } from '../../../shared/weights/load-case.ts'
import type { Loads } from '../../../shared/weights/loads.ts'
import type { Quotation } from '../../../shared/weights/quotation.ts'
import { bears, emptyForm, type QuotationForm, type VehicleForm } from './quotation-form.ts'

const typed = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** A kept quotation as it stands in its form. */
export function fromQuotation({
  name,
  customer,
  note,
  vehicle,
  chassis,
  variant,
  loads,
}: Quotation): QuotationForm {
  return {
    name,
    customer,
    note,
    chassisVin: chassis?.vin,
    vehicle: vehicle ? vehicleForm(vehicle) : emptyForm.vehicle,
    variant: variant?.id ?? '',
    options: variant?.options ?? [],
    ...loadsForm(loads),
  }
}

/** A vehicle's figures, ready to be changed by hand. */
export function vehicleForm(vehicle: StaticVehicle): VehicleForm {
  const [group] = vehicle.groups
  const { support, towing, dimensions } = vehicle
  return {
    kind: vehicle.kind,
    category: vehicle.category ?? '',
    axles: vehicle.axles.map(({ x, limit, empty, liftable }, at) => ({
      spacing: at === 0 && !bears(vehicle.kind) ? '' : typed(x - (vehicle.axles[at - 1]?.x ?? 0)),
      limit: typed(limit),
      empty: typed(empty),
      liftable,
      row: at + 1,
    })),
    group: group && { first: group.axles[0] ?? 1, last: group.axles.at(-1) ?? 1 },
    groupLimit: typed(group?.limit),
    sharing: group?.shares?.join(' : ') ?? '',
    laden: typed(vehicle.maxima.laden),
    couplingLimit: typed(towing?.limit),
    couplingX: typed(towing?.x),
    supportLimit: typed(support?.limit),
    supportEmpty: typed(support?.empty),
    front: typed(dimensions.front),
    rear: typed(dimensions.rear),
    height: typed(dimensions.height),
  }
}

function loadsForm({ masses, seats, payload }: Loads): Pick<QuotationForm, 'masses' | 'seats' | 'room'> {
  return {
    masses: masses.map(({ name, kg, x, counts }, at) => ({
      row: at + 1,
      name,
      kg: typed(kg),
      x: typed(x),
      counts,
    })),
    seats: seats.map(({ count, x }, at) => ({ row: at + 1, count: typed(count), x: typed(x) })),
    room: { from: typed(payload?.from), to: typed(payload?.to) },
  }
}
