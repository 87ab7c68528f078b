import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow, readSources, root } from './read-sources.ts'

const sources = readSources()

/** Tools read these as default exports. */
const wantsDefault = /^build\/(.*\.config|count-tests)\.ts$/

describe('house style', () => {
  it('keeps files below 400 lines', () => {
    const sheets = filesBelow('renderer', /\.css$/).map((path) => ({
      path,
      lines: readFileSync(join(root, path), 'utf8').split('\n').length,
    }))
    const long = [...sources, ...sheets]
      .filter(({ lines }) => lines > 400)
      .map(({ path, lines }) => `${path}: ${lines}`)
    expect(long).toEqual([])
  })

  it('exports by name, and no file re-exports another wholesale', () => {
    const wrong = sources
      .filter(
        ({ hasDefaultExport, hasStarExport, path }) =>
          hasStarExport || (hasDefaultExport && !wantsDefault.test(path)),
      )
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })

  it('names files in kebab-case and none of them utils', () => {
    const names = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(ts|tsx|mjs|css|svg|html|json)$/
    const wrong = sources
      .map(({ path }) => path)
      .filter((path) => !names.test(basename(path)) || /\b(utils?|helpers?)\b/.test(path))
    expect(wrong).toEqual([])
  })

  it('gives no interface an I before its name', () => {
    const wrong = sources.flatMap(({ path, nodes }) =>
      nodes
        .filter(({ type }) => type === 'TSInterfaceDeclaration')
        .map(({ id }) => (id as { readonly name: string }).name)
        .filter((name) => /^I[A-Z]/.test(name))
        .map((name) => `${path}: ${name}`),
    )
    expect(wrong).toEqual([])
  })

  it('silences neither compiler nor linter and leaves nothing to be done later', () => {
    const escapes = /@ts-(ignore|expect-error|nocheck)|biome-ignore|\b(TODO|FIXME|HACK)\b/
    const wrong = sources
      .filter(({ comments }) => comments.some((comment) => escapes.test(comment)))
      .map(({ path }) => path)
    expect(wrong).toEqual([])
  })

  it('has nothing at the top but the nine names, the lock file and dot files', () => {
    const listed = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
    const top = new Set(listed.stdout.split('\0').map((path) => path.split('/')[0] ?? ''))
    const expected = [
      ...[
        'package.json',
        'tsconfig.json',
        'electron',
        'renderer',
        'shared',
        'schemas',
        'build',
        'test',
        'README.md',
      ],
      'package-lock.json',
    ]
    expect([...top].filter((name) => name !== '' && !name.startsWith('.')).sort()).toEqual(expected.sort())
  })
})
