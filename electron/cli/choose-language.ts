import { isLanguage, type Language, languages } from '../../shared/language/languages.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { speakLanguagesOf } from '../pipeline/languages.ts'

/** The language of the system's settings: `de_AT.UTF-8` is German here; what nobody speaks is English. */
export function systemLanguage(): Language {
  const said = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || 'en'
  const [locale = ''] = said.split(/[.@]/)
  const tag = locale.replace('_', '-')
  const short = tag.split('-')[0] ?? ''
  return isLanguage(tag) ? tag : isLanguage(short) ? short : 'en'
}

/**
 * The language that was asked for, among those of the workspace. Problems: `language-not-spoken`, and that of its file
 * where this is damaged.
 */
export function chooseLanguage(asked: string | undefined, workspace: string): Result<Language> {
  const { damaged } = speakLanguagesOf(workspace)
  if (asked === undefined) return ok(systemLanguage())
  const tag = languages().find((each) => each.toLowerCase() === asked.toLowerCase())
  if (tag) return ok(tag)
  const broken = damaged.find(({ language }) => language.toLowerCase() === asked.toLowerCase())
  return fail(
    broken?.problem ??
      problem('language-not-spoken', { tag: asked, known: languages().join(', ') }, {}, false),
  )
}
