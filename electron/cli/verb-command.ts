import { type Argument, Command, type Option } from 'commander'
import { problem } from '../../shared/problem.ts'
import { nearest } from './nearest.ts'
import { NotFit } from './option-parsers.ts'
import { fullName, UsageError } from './usage-error.ts'

/**
 * A verb that says in problems what commander would say in sentences of its own. The methods without `override` are
 * those that commander calls where it does not understand; it declares no types for them, so a test holds each.
 */
export class VerbCommand extends Command {
  /** Whether it does something itself, and does not only stand above other verbs. */
  acts = false

  override createCommand(name?: string): VerbCommand {
    return new VerbCommand(name)
  }

  override action(body: (...args: unknown[]) => void | Promise<void>): this {
    this.acts = true
    return super.action(body)
  }

  /** {@link checkRequired} tells it later: a mistyped option would else be told as a missing one. */
  missingMandatoryOptionValue(): void {}

  /** What a verb cannot do without. Problem thrown: `usage-option-needed`. */
  checkRequired(): void {
    const missing = this.options.find(
      (option) => option.mandatory && this.getOptionValue(option.attributeName()) === undefined,
    )
    if (missing)
      throw new UsageError(
        problem('usage-option-needed', { option: longName(missing), command: fullName(this) }),
        this,
      )
  }

  unknownOption(flag: string): void {
    const [option = flag] = flag.split('=')
    const command = fullName(this)
    const ofEveryVerb = this.parent ? optionNames(topOf(this)) : []
    const known = [...optionNames(this), ...ofEveryVerb, '--help']
    const near = nearest(option, known)
    throw new UsageError(
      near
        ? problem('usage-option-mistyped', { option, near, command })
        : problem('usage-option-unknown', { option, known: known.join(', '), command }),
      this,
    )
  }

  unknownCommand(): void {
    throw unknownVerb(this.args[0] ?? '', this)
  }

  _excessArguments(): void {
    const most = this.registeredArguments.length
    const extra = this.args.slice(most)
    // A verb that may be left out gets the mistyped ones of those that stand beside it.
    const beside = this.commands.length > 0 ? this : this.parent?.parent && this.parent
    if (beside && nearest(extra[0] ?? '', verbNames(beside))) throw unknownVerb(extra[0] ?? '', beside)
    throw new UsageError(
      problem('usage-too-many', { words: extra.join(' '), most, command: fullName(this) }),
      this,
    )
  }

  missingArgument(name: string): void {
    throw new UsageError(problem('usage-argument-needed', { argument: name, command: fullName(this) }), this)
  }

  optionMissingArgument(option: Option): void {
    throw new UsageError(
      problem('usage-value-needed', { option: longName(option), command: fullName(this) }),
      this,
    )
  }

  _conflictingOption(option: Option, other: Option): void {
    throw new UsageError(
      problem('usage-options-conflict', {
        option: longName(option),
        other: longName(other),
        command: fullName(this),
      }),
      this,
    )
  }

  /** The value of an option or argument, by its own parser where it has one. */
  _callParseArg(target: Parsing, value: string, previous: unknown): unknown {
    const [option, command] = ['long' in target ? longName(target) : `<${target.name()}>`, fullName(this)]
    const known = target.argChoices
    if (known && !known.includes(value))
      throw new UsageError(
        problem('usage-value-unknown', { option, value, known: known.join(', '), command }),
        this,
      )
    try {
      return target.parseArg?.(value, previous)
    } catch (error) {
      if (!(error instanceof NotFit)) throw error
      const because = error.problem
      throw new UsageError({ ...because, args: { ...because.args, option, value, command } }, this)
    }
  }
}

/** What commander knows of an option or argument with a parser. */
type Parsing = (Option | Argument) & {
  readonly argChoices?: readonly string[]
  readonly parseArg?: (value: string, previous: unknown) => unknown
}

/** Problems: `usage-verb-mistyped`, `usage-verb-unknown`. */
export function unknownVerb(word: string, above: Command): UsageError {
  const known = verbNames(above)
  const near = nearest(word, known)
  const command = fullName(above)
  return new UsageError(
    near
      ? problem('usage-verb-mistyped', { word, near, command })
      : problem('usage-verb-unknown', { word, known: known.join(', '), command }),
    above,
  )
}

const longName = ({ long, flags }: Option): string => long ?? flags
const optionNames = (command: Command): readonly string[] => command.options.map(longName)
const verbNames = (command: Command): readonly string[] => command.commands.map((verb) => verb.name())
const topOf = (command: Command): Command => (command.parent ? topOf(command.parent) : command)
