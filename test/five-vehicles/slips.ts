import { vins } from './vins.ts'

/** The tipper on the scale: no driver, 21 of 70 l, divisions of 20 kg; the options are fitted. */
export const tipperSlip = {
  vin: vins.tipper,
  slip: 'W-1101',
  day: '2026-10-06',
  division: 20,
  readings: [
    { axles: [1], kg: 1400 },
    { axles: [2], kg: 1160 },
  ],
  driver: { aboard: false, x: 500 },
  tank: { litres: 21, capacity: 70, x: 1300 },
}
