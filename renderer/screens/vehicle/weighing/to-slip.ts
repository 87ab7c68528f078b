import type { SlipInput } from '../../../../shared/weights/slip.ts'
import type { Contents, SlipForm } from './slip-form.ts'

const blank = (text: string): boolean => text.trim() === ''
const number = (text: string): number => (blank(text) ? Number.NaN : Number(text))

/** True while something is empty that a slip cannot do without; not an error, only not there yet. */
export function isUnfinished({ slip, day, division, readings, tank, water, gas, also }: SlipForm): boolean {
  return (
    blank(slip) ||
    day === undefined ||
    blank(division) ||
    readings.some(({ kg }) => blank(kg)) ||
    [tank, water, gas].some(isHalf) ||
    also.some(({ name, kg, x }) => [name, kg, x].some(blank) && ![name, kg, x].every(blank))
  )
}

function isHalf({ amount, capacity, x }: Contents): boolean {
  const empty = [amount, capacity, x].filter(blank).length
  return empty > 0 && empty < 3
}

/** What the form says, in the form of a slip; what stands empty is not stated. */
export function toSlip(form: SlipForm, vin: string): SlipInput {
  const { tank, water, gas } = form
  const contents = ({ amount, capacity, x }: Contents) => ({
    litres: number(amount),
    capacity: number(capacity),
    x: number(x),
  })
  return {
    vin,
    slip: form.slip,
    day: form.day ?? '',
    division: number(form.division),
    readings: form.readings.map(({ axles, kg }) => ({ axles: [...axles], kg: number(kg) })),
    ...(blank(form.coupling) ? {} : { coupling: number(form.coupling) }),
    driver: { aboard: form.driver.aboard, ...(blank(form.driver.x) ? {} : { x: number(form.driver.x) }) },
    ...(blank(tank.amount) ? {} : { tank: { ...contents(tank), liquid: tank.liquid } }),
    ...(blank(water.amount) ? {} : { water: contents(water) }),
    ...(blank(gas.amount)
      ? {}
      : { gas: { kg: number(gas.amount), capacity: number(gas.capacity), x: number(gas.x) } }),
    options: [...form.options],
    also: form.also
      .filter(({ name, kg, x }) => ![name, kg, x].every(blank))
      .map(({ name, kg, x }) => ({ name: name.trim(), kg: number(kg), x: number(x) })),
  }
}
