import type { Slip } from '../../../../shared/weights/slip.ts'
import type { Contents, SlipForm } from './slip-form.ts'

const typed = (value: number | undefined): string => (value === undefined ? '' : String(value))

/** A slip of a file as it stands in the form; what it does not state stays as `form` has it. */
export function fromSlip(slip: Slip, form: SlipForm): SlipForm {
  const { tank, water, gas, driver } = slip
  const contents = (of: { litres: number; capacity: number; x: number } | undefined): Contents => ({
    amount: typed(of?.litres),
    capacity: typed(of?.capacity),
    x: typed(of?.x),
  })
  return {
    slip: slip.slip,
    day: slip.day,
    division: typed(slip.division),
    readings: slip.readings.map(({ axles, kg }) => ({ axles, kg: typed(kg) })),
    coupling: typed(slip.coupling),
    driver: driver ? { aboard: driver.aboard, x: typed(driver.x) || form.driver.x } : form.driver,
    tank: { ...contents(tank), liquid: tank?.liquid ?? form.tank.liquid },
    water: contents(water),
    gas: { amount: typed(gas?.kg), capacity: typed(gas?.capacity), x: typed(gas?.x) },
    options: slip.options ?? form.options,
    also: slip.also.map(({ name, kg, x }, at) => ({ row: at + 1, name, kg: typed(kg), x: typed(x) })),
  }
}
