import type { SideInput } from '../../../shared/compare/side-input.ts'
import type { FileInput } from '../../../shared/ipc-contract.ts'
import { parseSideSpec } from './side-spec.ts'

/** What is chosen on one side so far. */
export type SideChoice =
  /** `spec` as in an address; empty until a vehicle is chosen. */
  | { readonly kind: 'vehicle'; readonly spec: string }
  /** Vehicles that were taken in the register, as they stand or their latest earlier stages. */
  | { readonly kind: 'taken'; readonly ids: readonly number[]; readonly stages: boolean }
  | { readonly kind: 'files'; readonly files: readonly NamedFile[] }
  | { readonly kind: 'register' }

export interface Sides {
  readonly left: SideChoice
  readonly right: SideChoice
}

/** What an address names already: vehicles that were taken in the register, or one message or two. */
export function sidesOf(ids: readonly number[], left: string, right: string): Sides {
  const [first, ...others] = ids
  return {
    left:
      others.length > 0
        ? { kind: 'taken', ids, stages: false }
        : { kind: 'vehicle', spec: first === undefined ? left : String(first) },
    right: right ? { kind: 'vehicle', spec: right } : { kind: 'files', files: [] },
  }
}

export interface NamedFile {
  /** Its place in the folder that was chosen. */
  readonly name: string
  readonly input: FileInput
}

/** The side as the backend takes it; none where nothing is chosen yet. */
export function inputsOf(choice: SideChoice): readonly SideInput[] {
  switch (choice.kind) {
    case 'vehicle': {
      const one = parseSideSpec(choice.spec)
      return one ? [one] : []
    }
    case 'taken':
      return choice.ids.map((vehicle) => (choice.stages ? { vehicle, stage: 'latest' } : { vehicle }))
    case 'files':
      return choice.files.map(({ name, input }) => ({ file: input, name }))
    case 'register':
      return [{ register: true }]
  }
}

/** Two single messages are compared whatever their VIN; more are paired by it. */
export function isByVin(left: readonly SideInput[], right: readonly SideInput[]): boolean {
  const isSingle = (side: readonly SideInput[]): boolean =>
    side.length === 1 && side.every((input) => !('register' in input))
  return !(isSingle(left) && isSingle(right))
}
