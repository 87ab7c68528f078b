import facts from '../../schemas/ivi/offered-once.json' with { type: 'json' }
import { schemaPath } from '../../shared/ivi/path.ts'
import type { CodeChoice } from './code-search.ts'

/** Whether the rows of a table usually differ in this field, such as in the language of a remark. */
export function isOfferedOnce(path: string): boolean {
  return facts.fields.includes(schemaPath(path))
}

/** What the other rows of the same table have in this field. */
export function takenBeside(path: string, leaves: ReadonlyMap<string, string>): ReadonlySet<string> {
  const [before = '', after = ''] = path.split(/\[\d+\](?!.*\[)/)
  const taken = [...leaves].filter(
    ([other]) => other !== path && other.startsWith(`${before}[`) && other.endsWith(`]${after}`),
  )
  return new Set(taken.map(([, value]) => value))
}

/** The same choices, those that are taken behind all others. */
export function takenLast(choices: readonly CodeChoice[], taken: ReadonlySet<string>): readonly CodeChoice[] {
  const isTaken = ({ code }: CodeChoice): boolean => taken.has(code)
  return taken.size === 0
    ? choices
    : [...choices.filter((choice) => !isTaken(choice)), ...choices.filter(isTaken)]
}
