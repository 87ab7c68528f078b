import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { bodymark } from './run-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'bodymark-language-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const at = ['--workspace', join(folder, 'works')]
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Template {
  readonly texts: { readonly languages: { 'language-not-added': { heading: string } } }
  readonly labels: Record<string, string>
}

test('a language is fetched, translated in part, added, spoken by every command and removed', async () => {
  const path = join(folder, 'fr.json')
  expect((await bodymark([...at, 'language', 'template', '--lang', 'fr', '-o', path])).status).toBe(0)
  const template = JSON.parse(readFileSync(path, 'utf8')) as Template
  template.texts.languages['language-not-added'].heading = "La langue {{tag}} n'est pas là"
  template.labels.Wheelbase = 'Empattement'
  writeFileSync(path, JSON.stringify(template))

  expect((await bodymark([...at, '--lang', 'fr', 'language', 'list'])).status).toBe(2)
  const added = await bodymark([...at, '--lang', 'en', 'language', 'add', path])
  expect(added).toMatchObject({ status: 0 })
  expect(added.out).toMatch(/^fr {2}Français {2}\d+ of \d,\d{3} texts; the rest is shown in English\n$/)

  const french = [...at, '--lang', 'fr']
  const missing = await bodymark([...french, 'language', 'remove', 'it'])
  expect(missing.status).toBe(2)
  expect(missing.err).toContain("La langue it n'est pas là\n  Only languages that a file added")
  const fields = await bodymark([...french, 'catalogue', '--json'])
  expect(fields.out).toContain('"Empattement"')
  expect(fields.out).toContain('"Masse réelle du véhicule"')

  // Whoever goes on translating finds what there is; what is not added yet is never written over by itself.
  writeFileSync(path, 'half done')
  expect((await bodymark([...at, 'language', 'template', '--lang', 'fr', '-o', path])).status).toBe(2)
  expect(readFileSync(path, 'utf8')).toBe('half done')
  await bodymark([...at, 'language', 'template', '--lang', 'fr', '--overwrite', '-o', path])
  expect((JSON.parse(readFileSync(path, 'utf8')) as Template).labels.Wheelbase).toBe('Empattement')

  const removed = await bodymark([...at, '--lang', 'en', 'language', 'remove', 'fr'])
  expect(removed).toMatchObject({ status: 0 })
  expect(removed.err).toContain('The language fr is removed')
  const gone = await bodymark([...french, 'status'])
  expect(gone.status).toBe(2)
  expect(gone.err).toContain('This workspace speaks en, de.')
}, 120_000)

test('a file that is none, or does not fit, is refused in words and keeps nothing', async () => {
  const refused = async (content: string): Promise<string> => {
    const answer = await bodymark([...at, '--lang', 'de', 'language', 'add', file('bad.json', content)])
    expect(answer.status).toBe(2)
    return answer.err
  }
  expect(await refused('{')).toContain('bad.json ist keine Sprachdatei\n  Ab Zeile 1, Spalte 2')
  expect(await refused('{"language":"de","name":"x"}')).toContain('gehört zum Programm')
  expect(
    await refused('{"language":"fr","name":"x","texts":{"ui":{"screens":{"sign":"{{vin}}"}}}}'),
  ).toContain('ui.screens.sign {{vin}}')
  expect((await bodymark([...at, 'language', 'list', '--json'])).out).toBe(
    `${JSON.stringify({ added: [], damaged: [] }, null, 2)}\n`,
  )
  expect(
    (await bodymark([...at, 'language', 'template', '--lang', '../x', '-o', join(folder, 'x.json')])).status,
  ).toBe(2)
}, 120_000)

test('a damaged file among the languages is told where they are listed and where it is asked for', async () => {
  const languages = join(folder, 'works', 'languages')
  mkdirSync(languages, { recursive: true })
  writeFileSync(join(languages, 'hu.json'), '{"language": "hu",}')
  const list = await bodymark([...at, '--lang', 'en', 'language', 'list'])
  expect(list).toMatchObject({ status: 0 })
  expect(list.err).toContain('hu.json is no language file\n  It stops being JSON at line 1, column 19.')
  const spoken = await bodymark([...at, '--lang', 'hu', 'status'])
  expect(spoken).toMatchObject({ status: 2 })
  expect(spoken.err).toContain('hu.json is no language file')
  expect((await bodymark([...at, 'language', 'remove', 'hu'])).status).toBe(0)
  const template = await bodymark([...at, 'language', 'template', '-o', join(folder, 'any.json')])
  expect(template).toMatchObject({ status: 2 })
  expect(template.err).toContain('--lang fr')
}, 120_000)
