import { z } from 'zod'
import { channel, fileInput } from '../channel.ts'
import type { Problem } from '../problem.ts'
import type { LanguagePack } from './language-pack.ts'
import type { Language } from './languages.ts'

/** A language that was added, and how much of it there is. */
export interface AddedView {
  readonly language: Language
  readonly name: string
  readonly base: Language
  /** Texts in its own words, of how many. */
  readonly own: number
  readonly total: number
  /** Places in its file of which this program knows nothing. */
  readonly unknown: readonly string[]
  /** Texts that do not fit this program any more, and are shown in the base. */
  readonly unfit: number
}

/** A file among the languages of a workspace that cannot be spoken. */
export interface DamagedLanguage {
  readonly file: string
  /** As `language/remove` takes it. */
  readonly language: string
  readonly problem: Problem
}

export interface LanguageList {
  readonly added: readonly AddedView[]
  readonly damaged: readonly DamagedLanguage[]
}

const tag = z.string().max(60)

/** Languages that a file adds: their part of the contract. */
export const languageChannels = {
  /** Everything that added languages say, for the screens' own translator. */
  'language/packs': channel(z.object({}).strict()).returns<readonly LanguagePack[]>(),
  'language/list': channel(z.object({}).strict()).returns<LanguageList>(),
  /** A file takes the place of one for the same language. */
  'language/add': channel(z.object({ file: fileInput }).strict()).returns<AddedView>(),
  'language/remove': channel(z.object({ language: tag }).strict()).returns<LanguageList>(),
  /** A file to fill in, with what there is of the language already. */
  'language/template': channel(z.object({ language: tag }).strict()).returns<{
    readonly name: string
    readonly base64: string
  }>(),
} as const
