import { z } from 'zod'
import { firstIssue, plainWords } from '../first-issue.ts'
import { type Problem, problem } from '../problem.ts'
import { fail, ok, type Result } from '../result.ts'
import { baseTexts, type Part, parts } from './base-texts.ts'
import { countTexts, type Fault, type Fitted, faultKinds, fitTexts, formsText } from './fit-texts.ts'
import type { LanguagePack, Texts } from './language-pack.ts'
import { type AddedLanguage, isShipped, shippedLanguages } from './languages.ts'
import { filled } from './plural-forms.ts'

const part = z.record(z.string(), z.unknown()).default({})

/** A language as a file: its tag, its own name, and texts in the shape that {@link languageTemplate} has. */
const shape = z
  .object({
    language: z.string().max(35),
    name: z.string().trim().min(1).max(40),
    base: z.enum(shippedLanguages).default('en'),
    texts: part,
    labels: part,
    help: part,
    codes: part,
    sections: part,
    tables: part,
  })
  .strict()

/** A language file as read: what fits is spoken, the rest is named. */
export interface ReadLanguage {
  readonly pack: LanguagePack
  readonly faults: readonly Fault[]
  /** Places of which the program knows nothing; they are passed over. */
  readonly unknown: readonly string[]
  /** Texts in its own words, of how many. */
  readonly own: number
  readonly total: number
}

/** The tag in its usual writing. Problems: `language-tag-unknown`, `language-shipped`. */
export function languageTag(text: string): Result<AddedLanguage> {
  const unknown = fail(problem('language-tag-unknown', { tag: text }, {}, false))
  if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(text)) return unknown
  try {
    const tag = Intl.getCanonicalLocales(text)[0] ?? ''
    if (isShipped(tag)) return fail(problem('language-shipped', { tag }, {}, false))
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag)
    return name === undefined ? unknown : ok(tag as AddedLanguage)
  } catch {
    return unknown
  }
}

/** Reads a language file. Problems: `language-file-wrong`, those of {@link languageTag}. */
export function readLanguage(json: unknown): Result<ReadLanguage> {
  const parsed = shape.safeParse(json, plainWords)
  if (!parsed.success) return fail(problem('language-file-wrong', { ...firstIssue(parsed.error) }, {}, false))
  const { base, name } = parsed.data
  const tag = languageTag(parsed.data.language)
  if (!tag.ok) return tag
  const models = baseTexts(base, tag.value)
  const fitted = new Map(
    parts.map((each): [Part, Fitted] => [
      each,
      fitTexts(parsed.data[each], models[each], tag.value, each === 'texts' ? '' : each),
    ]),
  )
  const said = (each: Part): Texts => fitted.get(each)?.texts ?? {}
  const all = [...fitted.values()]
  return ok({
    // The models give each part its shape: what fits into them has it.
    pack: {
      language: tag.value,
      name,
      base,
      ...(Object.fromEntries(parts.map((each) => [each, said(each)])) as Pick<LanguagePack, Part>),
      texts: filled(said('texts'), tag.value) as LanguagePack['texts'],
    },
    faults: all.flatMap(({ faults }) => faults),
    unknown: all.flatMap(({ unknown }) => unknown),
    own: all.reduce((sum, { own }) => sum + own, 0),
    total: parts.reduce((sum, each) => sum + countTexts(models[each]), 0),
  })
}

const namedAtOnce = 12

/** Why a file is not taken: all texts with the first kind of fault, and how many have others. */
export function faultProblem({ faults, pack }: ReadLanguage): Problem | undefined {
  const kind = faultKinds.find((each) => faults.some((fault) => fault.kind === each))
  if (!kind) return undefined
  const places = faults.filter((fault) => fault.kind === kind).map(({ place }) => place)
  const shown = places.slice(0, namedAtOnce).join(', ')
  return problem(
    kind,
    {
      places: places.length > namedAtOnce ? `${shown}, …` : shown,
      number: places.length,
      others: faults.length - places.length,
      forms: formsText(pack.language),
    },
    {},
    false,
  )
}
