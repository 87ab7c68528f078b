import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { FileInput } from '../../shared/ipc-contract.ts'
import { jsonSlip } from '../../shared/json-slip.ts'
import type { AddedView, LanguageList } from '../../shared/language/channels.ts'
import {
  faultProblem,
  languageTag,
  type ReadLanguage,
  readLanguage,
} from '../../shared/language/language-file.ts'
import { languageTemplate } from '../../shared/language/language-template.ts'
import { speakToo } from '../../shared/language/languages.ts'
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { writeWhole } from '../out-folder.ts'
import { makeFolder } from '../register/make-folder.ts'
import { fileProblem, type OpenedFile, openFile, tooBig, utf8Of } from './open-file.ts'

/** A template has half a one. */
const mostMegabytes = 4
const ending = '.json'
const folderOf = (dir: string): string => join(dir, 'languages')
const fileOf = (dir: string, tag: string): string => join(folderOf(dir), tag + ending)

/** A file among the languages of a workspace, read or not. */
interface Kept {
  readonly file: string
  readonly read: Result<ReadLanguage>
}

function keptFiles(dir: string): readonly Kept[] {
  const folder = folderOf(dir)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((file) => ({ file, read: readKept(folder, file) }))
}

/** Problems: those of {@link readOpened}, of reading a file; `language-file-misnamed` {file, tag}. */
function readKept(folder: string, name: string): Result<ReadLanguage> {
  const path = join(folder, name)
  try {
    const { size } = statSync(path)
    if (size > mostMegabytes * 1024 * 1024) return fail(tooBig(name, size, mostMegabytes))
    const read = readOpened({ name, bytes: readFileSync(path) })
    if (!read.ok) return read
    const tag = read.value.pack.language
    // Two files of one language would speak over each other.
    return name === tag + ending
      ? read
      : fail(problem('language-file-misnamed', { file: name, tag }, { file: name }, false))
  } catch (error) {
    return fail(fileProblem(error, name))
  }
}

/**
 * Problems: `language-not-utf8` {file}, `language-not-json` {file, line, column}, those of {@link readLanguage}, with
 * the file that they are of.
 */
function readOpened({ name, bytes }: OpenedFile): Result<ReadLanguage> {
  const refused = (because: Problem) => fail({ ...because, where: { file: name }, batchGoesOn: false })
  const text = utf8Of({ bytes })
  if (text === undefined) return refused(problem('language-not-utf8', { file: name }))
  const slip = jsonSlip(text)
  if (slip) return refused(problem('language-not-json', { file: name, ...slip }))
  const read = readLanguage(JSON.parse(text))
  return read.ok ? read : refused(read.problem)
}

/** The languages that a workspace keeps and that can be spoken. */
function spokenIn(kept: readonly Kept[]): readonly ReadLanguage[] {
  return kept.flatMap(({ read }) => (read.ok ? [read.value] : []))
}

/** From now on the program speaks what this workspace has. */
export function speakLanguagesOf(dir: string): LanguageList {
  const kept = keptFiles(dir)
  speakToo(spokenIn(kept).map(({ pack }) => pack))
  return listOf(kept)
}

/** The languages of a workspace, and the files among them that cannot be spoken, each with the reason. */
export function listLanguages(dir: string): LanguageList {
  return listOf(keptFiles(dir))
}

function listOf(kept: readonly Kept[]): LanguageList {
  return {
    added: spokenIn(kept).map(viewOf),
    damaged: kept.flatMap(({ file, read }) =>
      read.ok ? [] : [{ file, language: file.slice(0, -ending.length), problem: read.problem }],
    ),
  }
}

function viewOf({ pack, own, total, unknown, faults }: ReadLanguage): AddedView {
  const { language, name, base } = pack
  return { language, name, base, own, total, unknown, unfit: faults.length }
}

/**
 * Keeps a language file and speaks it. Problems: those of the file, of {@link readOpened}, and a problem for each kind
 * of text that does not fit.
 */
export async function addLanguage(dir: string, input: FileInput): Promise<Result<AddedView>> {
  const opened = await openFile(input, mostMegabytes)
  if (!opened.ok) return opened
  const read = readOpened(opened.value)
  if (!read.ok) return read
  const fault = faultProblem(read.value)
  if (fault) return fail({ ...fault, where: { file: opened.value.name } })
  makeFolder(folderOf(dir))
  writeWhole(fileOf(dir, read.value.pack.language), opened.value.bytes)
  speakLanguagesOf(dir)
  return ok(viewOf(read.value))
}

/** A damaged file is removed by its name without `.json`. Problems: `language-not-added`. */
export function removeLanguage(dir: string, language: string): Result<LanguageList> {
  // Only what is found in the folder is removed, whatever was asked for.
  const found = keptFiles(dir).find(({ file }) => file.toLowerCase() === (language + ending).toLowerCase())
  if (!found) return fail(problem('language-not-added', { tag: language }, {}, false))
  rmSync(join(folderOf(dir), found.file), { recursive: true })
  return ok(speakLanguagesOf(dir))
}

/**
 * A language file to fill in: every text in English, and what there is of the language already. Problems: those of
 * {@link languageTag}.
 */
export function templateText(dir: string, language: string): Result<string> {
  const tag = languageTag(language)
  if (!tag.ok) return tag
  const kept = spokenIn(keptFiles(dir)).find(({ pack }) => pack.language === tag.value)
  return ok(`${JSON.stringify(languageTemplate(tag.value, kept?.pack), null, 2)}\n`)
}
