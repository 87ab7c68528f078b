import type { Catalogue } from '../ivi/catalogue.ts'
import type { MessageTree } from '../ivi/message.ts'
import { type Category, parseCategory } from './category.ts'
import { type EarlierStage, overlayStages } from './overlay-stages.ts'
import type { CompanyLevels } from './policy.ts'
import { type Scope, scopeOf } from './scope.ts'

export interface RuleInput {
  readonly tree: MessageTree
  readonly catalogue: Catalogue
  /** What earlier manufacturers declared: stage 1 first, the latest last; empty for a vehicle built whole. */
  readonly earlier: readonly EarlierStage[]
  /** The day to judge dates by, `YYYY-MM-DD`. */
  readonly today: string
  /** A `draft` is not asked for what is filled in when the message is made. */
  readonly phase: 'draft' | 'message'
  /** The day that will be stated as date of signature, where the draft states none yet. */
  readonly signatureDate?: string | undefined
  /** What the company raised above the usual levels. */
  readonly levels?: CompanyLevels
}

export interface StageReading extends Scope {
  readonly stageNumber: number
}

/** What a rule sees. The scope's own functions read the view that the rule asks for in `rules.json`. */
export interface Reading extends Scope {
  readonly input: RuleInput
  /** Our message alone, whatever the view. */
  readonly own: Scope
  readonly tree: MessageTree
  readonly category: Category | undefined
  /** `C`, `V` or `I`; undefined where the draft does not say. */
  readonly stage: string | undefined
  readonly earlier: readonly StageReading[]
  /** The stage that ours follows. */
  readonly latest: StageReading | undefined
}

/** `own`: our message alone. `vehicle`: our message over what the earlier stages declared. */
export type View = 'own' | 'vehicle'

/** One message by itself, for whoever asks the facts of a rule outside of it. */
export function readAlone(tree: MessageTree): Scope & Pick<Reading, 'category'> {
  const own = scopeOf(tree)
  return { ...own, category: parseCategory(own.text('category')?.value) }
}

export function readVehicle(input: RuleInput): Readonly<Record<View, Reading>> {
  const own = scopeOf(input.tree)
  const earlier = input.earlier.map(({ tree, stageNumber }) => ({ ...scopeOf(tree), stageNumber }))
  const stage = own.text('stage')?.value
  const common = {
    input,
    own,
    category: parseCategory(own.text('category')?.value),
    stage,
    earlier,
    latest: earlier.at(-1),
  }
  // A complete vehicle stands for itself, whatever lies beside it.
  const overlaid = stage === 'C' ? input.tree : overlayStages(input.earlier, input.tree)
  const ours = { ...own, ...common, tree: input.tree }
  return {
    own: ours,
    vehicle: overlaid === input.tree ? ours : { ...scopeOf(overlaid), ...common, tree: overlaid },
  }
}
