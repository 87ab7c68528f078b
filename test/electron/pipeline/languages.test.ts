import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  addLanguage,
  listLanguages,
  removeLanguage,
  speakLanguagesOf,
} from '../../../electron/pipeline/languages.ts'
import { languages, speakToo } from '../../../shared/language/languages.ts'
import { problemPart } from '../../../shared/words.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bodymark-languages-'))
  mkdirSync(join(dir, 'languages'))
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
  speakToo([])
})

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(dir, 'languages', name)
  writeFileSync(path, content)
  return path
}
const french = JSON.stringify({ language: 'fr', name: 'Français' })

describe('the languages that a workspace keeps', () => {
  it('are told with the files among them that cannot be spoken, each with its reason', () => {
    put('fr.json', french)
    put('hu.json', '{\n  "language": "hu"\n  "name": "Magyar"\n}')
    put('pl.json', '')
    put('copy of fr.json', french)
    put('it.json', JSON.stringify({ language: 'it' }))
    put('bg.json', Uint8Array.of(0xff, 0xfe, 0x7b, 0x00))
    put('el.json', 'x'.repeat(5 * 1024 * 1024))
    mkdirSync(join(dir, 'languages', 'lv.json'))
    const { added, damaged } = speakLanguagesOf(dir)
    expect(added.map(({ language }) => language)).toEqual(['fr'])
    expect(languages()).toEqual(['en', 'de', 'fr'])
    expect(Object.fromEntries(damaged.map(({ file, problem }) => [file, problem.code]))).toEqual({
      'bg.json': 'language-not-utf8',
      'copy of fr.json': 'language-file-misnamed',
      'el.json': 'document-too-big',
      'hu.json': 'language-not-json',
      'it.json': 'language-file-wrong',
      'lv.json': 'file-is-folder',
      'pl.json': 'language-not-json',
    })
    const hungarian = damaged.find(({ file }) => file === 'hu.json')?.problem
    expect(hungarian).toMatchObject({ args: { line: 3, column: 3 }, where: { file: 'hu.json' } })
  })

  it('lose a damaged file by its name, and nothing that lies elsewhere', () => {
    const hungarian = put('hu.json', '{')
    const outside = join(dir, 'keep.json')
    writeFileSync(outside, '{}')
    for (const name of ['../keep', 'keep', '', '..', 'de'])
      expect(removeLanguage(dir, name)).toMatchObject({ problem: { code: 'language-not-added' } })
    expect(existsSync(outside)).toBe(true)
    expect(removeLanguage(dir, 'HU')).toEqual({ ok: true, value: { added: [], damaged: [] } })
    expect(existsSync(hungarian)).toBe(false)
  })

  it('are mended by a file for the same language', async () => {
    put('fr.json', '{"language"')
    const file = { name: 'any name.json', base64: Buffer.from(french).toString('base64') }
    expect(await addLanguage(dir, file)).toMatchObject({ ok: true })
    expect(listLanguages(dir)).toMatchObject({ added: [{ language: 'fr' }], damaged: [] })
  })

  it('say what a file has wrong in the language that is read', async () => {
    const file = (json: unknown) => ({
      name: 'fr.json',
      base64: Buffer.from(JSON.stringify(json)).toString('base64'),
    })
    const said = async (json: unknown): Promise<string | undefined> => {
      const added = await addLanguage(dir, file(json))
      return added.ok ? undefined : problemPart(added.problem, 'explanation', 'de')
    }
    expect(await said([])).toBe('/: hierher gehören Namen mit ihren Werten: { … }')
    expect(await said({ language: 'fr' })).toBe('name: fehlt')
    expect(await said({ language: 'fr', name: 5 })).toBe('name: hierher gehört ein Text')
    expect(await said({ language: 'fr', name: 'x'.repeat(41) })).toBe('name: höchstens 40 Zeichen')
    expect(await said({ language: 'fr', name: 'x', colours: 1 })).toBe('/: „colours“ ist hier unbekannt')
    expect(await said({ language: 'fr', name: 'x', base: 'it' })).toBe(
      'base: hierher gehört eines von: en, de',
    )
  })
})
