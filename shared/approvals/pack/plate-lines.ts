import facts from '../../../schemas/approvals/plate.json' with { type: 'json' }
import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import { leavesOf, type MessageTree, rowsAt, valueAt } from '../../ivi/message.ts'
import { isTrailer } from '../../rules/is-trailer.ts'
import { isIndividualNumber } from '../number.ts'

/** A mass as the plate shows it: which one, the mark before it (`1 –`, empty for the whole vehicle) and kilograms. */
export interface PlateMass {
  readonly kind: 'laden' | 'combination' | 'coupling' | 'axle'
  readonly mark: string
  readonly kg: string
  /** Number of the axle from the front; 0 elsewhere. */
  readonly axle: number
}

/** The extension is left out on the plate alone ((EU) 2020/683 Annex IV); an individual number has none. */
export function plateApproval(approval: string): string {
  return isIndividualNumber(approval) ? approval : approval.split('*').slice(0, 3).join('*')
}

/** The laden mass, the combination's, then the coupling (0) and the axles from the front; what the record lacks is absent. */
export function plateMasses(tree: MessageTree): readonly PlateMass[] {
  const coupling = isTrailer(valueAt(tree, paths.category) ?? '')
    ? heaviest(tree, paths.verticalMass.slice(paths.verticalMass.lastIndexOf('/') + 1))
    : undefined
  const whole = [
    { kind: 'laden', mark: '', kg: valueAt(tree, facts.fields.ladenMass), axle: 0 },
    { kind: 'combination', mark: '', kg: heaviest(tree, facts.fields.combination), axle: 0 },
    { kind: 'coupling', mark: '0 –', kg: coupling, axle: 0 },
  ] as const
  const axles = rowsAt(tree, facts.fields.axles).map(
    (row, at) =>
      ({ kind: 'axle', mark: `${at + 1} –`, kg: valueAt(row, facts.fields.axleMass), axle: at + 1 }) as const,
  )
  return [...whole, ...axles].flatMap((mass) => (mass.kg === undefined ? [] : [{ ...mass, kg: mass.kg }]))
}

/** A combination's or coupling's mass is stated for each body; the plate shows the highest. */
function heaviest(tree: MessageTree, name: string): string | undefined {
  return [...leavesOf(tree)]
    .filter(([path]) => path.endsWith(`/${name}`))
    .map(([, value]) => value)
    .sort((a, b) => Number(a) - Number(b))
    .at(-1)
}
