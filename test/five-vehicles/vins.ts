/** Five vehicles of an invented body builder; the chassis of two of them come in the figures of worked examples. */
export const vins = {
  tipper: 'ZZZFT35CHTX000101',
  box: 'ZZZFT12CHTX000202',
  crane: 'ZZZFT26CHTX000303',
  caravan: 'ZZZFV35KWTX000404',
  trailer: 'VZKGS39T0TX000505',
} as const

export type FiveVehicle = keyof typeof vins
