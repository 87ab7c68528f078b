import { type Catalogue, fieldIndex, type ValueType } from '../../shared/ivi/catalogue.ts'
import { checkValue } from '../../shared/ivi/check-value.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { formatDecimal, parseDecimal, round, withoutTrailingZeros } from '../../shared/values/decimal.ts'
import { type ResultTool, resultTools } from './result-tools.ts'

/** One name of a result file with what stands there; `at` finds it again: an element, a key, a cell. */
export interface NamedText {
  readonly name: string
  readonly text: string
  readonly at: string
}

export interface ResultValue {
  /** Schema path. */
  readonly path: string
  readonly value: string
  readonly at: string
  /** Which row of the energy sources it belongs to; absent for a single field. */
  readonly row?: 'fuel' | 'electric'
}

export interface ToolResult {
  readonly tool: ResultTool
  readonly values: readonly ResultValue[]
}

/**
 * The values of a tool's result for one vehicle. Problems: `result-without-vin`, `result-of-another-vehicle` {vin,
 * found}, `result-without-values`, `result-value` {name, value} and `result-value-twice` {name}; each names the file's
 * own word, and nothing of the file counts then.
 */
export function readResult(
  texts: readonly NamedText[],
  vin: string,
  catalogue: Catalogue,
): Result<ToolResult> {
  const byName = Map.groupBy(texts, ({ name }) => keyOf(name))
  const [tool] = resultTools.toSorted((a, b) => known(b, byName) - known(a, byName))
  if (!tool || known(tool, byName) === 0) return fail(problem('result-without-values'))
  const vins = tool.vin.flatMap((name) => byName.get(keyOf(name)) ?? []).map(({ text }) => text.trim())
  if (vins.length === 0) return fail(problem('result-without-vin'))
  const stranger = vins.find((one) => one.toUpperCase() !== vin)
  if (stranger !== undefined)
    return fail(problem('result-of-another-vehicle', { vin, found: stranger.slice(0, 40) }))
  const values: ResultValue[] = []
  for (const field of tool.fields) {
    const said = namesOf(field).flatMap((name) => byName.get(keyOf(name)) ?? [])
    const [first] = said
    if (!first || first.text.trim() === '') continue
    if (said.some(({ text }) => text.trim() !== first.text.trim()))
      return fail(problem('result-value-twice', { name: first.name }))
    const type = fieldIndex(catalogue).get(field.path)?.type
    const value = type && certificateValue(first, type)
    if (!value?.ok) return fail(value?.problem ?? problem('result-without-values'))
    values.push({
      path: field.path,
      value: value.value,
      at: first.at,
      ...(field.row ? { row: field.row } : {}),
    })
  }
  const decided = values.some(({ path }) => tool.decides.includes(path))
  return decided ? ok({ tool, values }) : fail(problem('result-without-values'))
}

/** Names count without capitals, blanks and signs between words. */
function keyOf(name: string): string {
  return name.startsWith('CocDataGroup/') ? name : name.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function namesOf({ path, names }: ResultTool['fields'][number]): readonly string[] {
  return [...new Set([path, path.slice(path.lastIndexOf('/') + 1), ...names].map(keyOf))]
}

function known(tool: ResultTool, byName: ReadonlyMap<string, unknown>): number {
  return tool.fields.filter((field) => namesOf(field).some((name) => byName.has(keyOf(name)))).length
}

/** A tool gives more digits than the certificate has; the rest is rounded as the acts round. */
function certificateValue({ name, text }: NamedText, type: ValueType): Result<string> {
  const refused = (): Result<never> =>
    fail(problem('result-value', { name, value: text.trim().slice(0, 60) }, { column: name }))
  const number = type.base === 'string' ? undefined : parseDecimal(text.trim())
  if (type.base !== 'string' && !number) return refused()
  const value = number
    ? formatDecimal(withoutTrailingZeros(round(number, type.fractionDigits ?? 0)))
    : text.trim()
  const wrong: Problem | undefined = checkValue(type, value)
  return wrong ? refused() : ok(value)
}
