import { type Problem, problem } from '../problem.ts'
import type { BodyOption } from './definition.ts'
import { coversCategory, type Variant } from './variant.ts'

type Options = Pick<Variant, 'id' | 'options'>

/**
 * What speaks against these options of a body together. Problems: `option-unknown` {option, variant}, `option-twice`
 * {option}, `options-exclude` {option, other}, `option-requires` {option, other}, `option-not-for-category` {option,
 * category, categories}.
 */
export function checkOptions(
  { id, options }: Options,
  chosen: readonly string[],
  category: string,
): Problem | undefined {
  const known = new Map(options.map((option) => [option.id, option]))
  const name = (one: string): string => known.get(one)?.name ?? one
  const taken = new Set<string>()
  for (const one of chosen) {
    if (!known.has(one)) return problem('option-unknown', { option: one, variant: id })
    if (taken.has(one)) return problem('option-twice', { option: name(one) })
    taken.add(one)
  }
  for (const one of chosen) {
    const option = known.get(one)
    if (!option) continue
    const other = chosen.find((each) => each !== one && excludes(option, known.get(each)))
    if (other !== undefined) return problem('options-exclude', { option: name(one), other: name(other) })
    const missing = option.requires.find((each) => !taken.has(each))
    if (missing !== undefined) return problem('option-requires', { option: name(one), other: name(missing) })
    if (option.categories && category !== '' && !coversCategory(option.categories, category)) {
      const categories = option.categories.join(', ')
      return problem('option-not-for-category', { option: option.name, category, categories })
    }
  }
  return undefined
}

/** True where one of the two says that they cannot stand together. */
export function excludes(one: BodyOption, other: BodyOption | undefined): boolean {
  return other !== undefined && (one.excludes.includes(other.id) || other.excludes.includes(one.id))
}

/** The option with everything that it cannot do without, through as many steps as it takes. */
export function withRequired(options: readonly BodyOption[], id: string): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (one: string): void => {
    if (found.has(one)) return
    found.add(one)
    for (const next of options.find((option) => option.id === one)?.requires ?? []) visit(next)
  }
  visit(id)
  return found
}

/**
 * What is wrong with a body's options as they are written, whoever chooses: an option that excludes itself or
 * something that it requires can never be had. Problems: `option-id-twice` {option}, `option-names-unknown` {option,
 * other, list}, `option-excludes-itself` {option}, `options-contradict` {option, one, other}.
 */
export function checkOptionRules(options: readonly BodyOption[]): Problem | undefined {
  const known = new Map<string, BodyOption>()
  for (const option of options) {
    if (known.has(option.id)) return problem('option-id-twice', { option: option.id })
    known.set(option.id, option)
  }
  for (const option of options) {
    for (const list of ['excludes', 'requires'] as const) {
      const unknown = option[list].find((other) => !known.has(other))
      if (unknown !== undefined)
        return problem('option-names-unknown', { option: option.id, other: unknown, list })
    }
    if (option.excludes.includes(option.id)) return problem('option-excludes-itself', { option: option.id })
    const needed = [...withRequired(options, option.id)].flatMap((one) => known.get(one) ?? [])
    for (const one of needed) {
      const other = needed.find((each) => excludes(one, each))
      if (other) return problem('options-contradict', { option: option.id, one: one.id, other: other.id })
    }
  }
  return undefined
}
