import { bears, type QuotationForm } from './quotation-form.ts'

const blank = (text: string): boolean => text.trim() === ''

/** True while something stands empty without which nothing can be reckoned: no error, only not there yet. */
export function isUnfinished({ chassisVin, vehicle, masses, seats, room }: QuotationForm): boolean {
  if (chassisVin !== undefined) {
    if (chassisVin.length !== 17) return true
  } else {
    const trailer = bears(vehicle.kind)
    if (vehicle.axles.some(({ spacing }, at) => (at > 0 || trailer) && blank(spacing))) return true
    if (!trailer && !blank(vehicle.couplingLimit) && blank(vehicle.couplingX)) return true
  }
  const halfMass = masses.some(({ name, kg, x }) => {
    const empty = [name, kg, x].filter(blank).length
    return empty > 0 && empty < 3
  })
  return (
    halfMass || seats.some(({ count, x }) => blank(count) !== blank(x)) || blank(room.from) !== blank(room.to)
  )
}
