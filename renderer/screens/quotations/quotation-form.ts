import type { QuotationInput } from '../../../shared/weights/quotation.ts'

/** A quotation as it stands in its form: numbers as typed, empty where nothing is. */
export interface QuotationForm {
  readonly name: string
  readonly customer: string
  readonly note: string
  /** VIN of a known chassis, or undefined where the chassis is given by hand. */
  readonly chassisVin: string | undefined
  readonly vehicle: VehicleForm
  readonly variant: string
  readonly options: readonly string[]
  readonly masses: readonly MassForm[]
  readonly seats: readonly SeatForm[]
  readonly room: { readonly from: string; readonly to: string }
}

export interface VehicleForm {
  readonly kind: VehicleKind
  readonly category: string
  readonly axles: readonly AxleForm[]
  /** First and last axle of a group from 1; undefined where there is none. */
  readonly group: { readonly first: number; readonly last: number } | undefined
  readonly groupLimit: string
  /** `11500 : 7500`. */
  readonly sharing: string
  readonly laden: string
  readonly couplingLimit: string
  readonly couplingX: string
  readonly supportLimit: string
  readonly supportEmpty: string
  readonly front: string
  readonly rear: string
  readonly height: string
}

type Vehicle = NonNullable<QuotationInput['vehicle']>
export type VehicleKind = Vehicle['kind']
export const vehicleKinds = [
  'rigid',
  'semi-trailer',
  'centre-axle-trailer',
  'drawbar-trailer',
] as const satisfies readonly VehicleKind[]

/** A line of a list; its number stays when lines before it go. */
interface Row {
  readonly row: number
}

export interface AxleForm extends Row {
  /** To the axle before; of a trailer's first axle to its coupling. */
  readonly spacing: string
  readonly limit: string
  readonly empty: string
  readonly liftable: boolean
}

export interface MassForm extends Row {
  readonly name: string
  readonly kg: string
  readonly x: string
  readonly counts: 'standard' | 'option'
}

export interface SeatForm extends Row {
  readonly count: string
  readonly x: string
}

export const emptyAxle: Omit<AxleForm, 'row'> = { spacing: '', limit: '', empty: '', liftable: false }

export const emptyForm: QuotationForm = {
  name: '',
  customer: '',
  note: '',
  chassisVin: undefined,
  vehicle: {
    kind: 'rigid',
    category: '',
    axles: [
      { row: 1, ...emptyAxle },
      { row: 2, ...emptyAxle },
    ],
    group: undefined,
    groupLimit: '',
    sharing: '',
    laden: '',
    couplingLimit: '',
    couplingX: '',
    supportLimit: '',
    supportEmpty: '',
    front: '',
    rear: '',
    height: '',
  },
  variant: '',
  options: [],
  masses: [],
  seats: [],
  room: { from: '', to: '' },
}

/** The number of a line that is added to these. */
export function nextRow(rows: readonly Row[]): number {
  return Math.max(0, ...rows.map(({ row }) => row)) + 1
}

/** True where a vehicle of this kind rests on its tractor. */
export function bears(kind: VehicleKind): boolean {
  return kind === 'semi-trailer' || kind === 'centre-axle-trailer'
}
