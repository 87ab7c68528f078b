import type { AddedLanguage, ShippedLanguage } from './languages.ts'

/** Texts by key, nested as in `schemas/messages`. */
export interface Texts {
  readonly [key: string]: string | Texts
}

/** An added language as it is spoken: only what it says itself, and nothing that does not fit the program. */
export interface LanguagePack {
  readonly language: AddedLanguage
  /** What its speakers call it, such as `Français`. */
  readonly name: string
  /** Says what this language leaves out. */
  readonly base: ShippedLanguage
  /** By area. */
  readonly texts: Readonly<Record<string, Texts>>
  /** Of fields, by element. */
  readonly labels: Readonly<Record<string, string>>
  readonly help: Readonly<Record<string, string>>
  /** By type and code. */
  readonly codes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Titles of the form's sections, by id. */
  readonly sections: Readonly<Record<string, string>>
  /** By schema path of the repeating group. */
  readonly tables: Readonly<Record<string, { readonly title?: string; readonly row?: string }>>
}
