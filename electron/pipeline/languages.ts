import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileInput } from '../../shared/ipc-contract.ts'
import type { AddedView } from '../../shared/language/channels.ts'
import {
  faultProblem,
  languageTag,
  type ReadLanguage,
  readLanguage,
} from '../../shared/language/language-file.ts'
import { languageTemplate } from '../../shared/language/language-template.ts'
import { speakToo } from '../../shared/language/languages.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeWhole } from '../out-folder.ts'
import { makeFolder } from '../register/make-folder.ts'
import { jsonOf, openFile } from './open-file.ts'

/** A template has a third of one. */
const mostMegabytes = 4
const folderOf = (dir: string): string => join(dir, 'languages')
const fileOf = (dir: string, tag: string): string => join(folderOf(dir), `${tag}.json`)

/** Reads the languages kept in a workspace's folder; a file that is none is passed over. */
export function keptLanguages(dir: string): readonly ReadLanguage[] {
  const folder = folderOf(dir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => keptLanguage(join(folder, name)) ?? [])
}

function keptLanguage(file: string): ReadLanguage | undefined {
  try {
    if (statSync(file).size > mostMegabytes * 1024 * 1024) return undefined
    const read = readLanguage(JSON.parse(readFileSync(file, 'utf8')))
    return read.ok ? read.value : undefined
  } catch {
    return undefined
  }
}

/** From now on the program speaks what this workspace has. */
export function speakLanguagesOf(dir: string): readonly ReadLanguage[] {
  const kept = keptLanguages(dir)
  speakToo(kept.map(({ pack }) => pack))
  return kept
}

export function languageViews(dir: string): readonly AddedView[] {
  return keptLanguages(dir).map(viewOf)
}

function viewOf({ pack, own, total, unknown, faults }: ReadLanguage): AddedView {
  const { language, name, base } = pack
  return { language, name, base, own, total, unknown, unfit: faults.length }
}

/**
 * Keeps a language file and speaks it. Problems: those of the file, `language-not-json`, of {@link readLanguage}, and a
 * problem for each kind of text that does not fit.
 */
export async function addLanguage(dir: string, input: FileInput): Promise<Result<AddedView>> {
  const opened = await openFile(input, mostMegabytes)
  if (!opened.ok) return opened
  const { name, bytes } = opened.value
  const json = jsonOf(opened.value)
  if (json === undefined) return fail(problem('language-not-json', { file: name }, { file: name }, false))
  const read = readLanguage(json)
  if (!read.ok) return fail({ ...read.problem, where: { file: name } })
  const fault = faultProblem(read.value)
  if (fault) return fail({ ...fault, where: { file: name } })
  makeFolder(folderOf(dir))
  writeWhole(fileOf(dir, read.value.pack.language), bytes)
  speakLanguagesOf(dir)
  return ok(viewOf(read.value))
}

/** Problems: `language-not-added`. */
export function removeLanguage(dir: string, language: string): Result<readonly AddedView[]> {
  const tag = languageTag(language)
  const file = tag.ok ? fileOf(dir, tag.value) : undefined
  if (!file || !existsSync(file)) return fail(problem('language-not-added', { tag: language }, {}, false))
  rmSync(file)
  return ok(speakLanguagesOf(dir).map(viewOf))
}

/**
 * A language file to fill in: every text in English, and what there is of the language already. Problems: those of
 * {@link languageTag}.
 */
export function templateText(dir: string, language: string): Result<string> {
  const tag = languageTag(language)
  if (!tag.ok) return tag
  const kept = keptLanguages(dir).find(({ pack }) => pack.language === tag.value)
  return ok(`${JSON.stringify(languageTemplate(tag.value, kept?.pack), null, 2)}\n`)
}
