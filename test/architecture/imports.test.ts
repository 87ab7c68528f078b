import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Import, packageOf, readSources, root, type Source } from './read-sources.ts'
import { mayImport, zoneOf } from './zones.ts'

const sources = readSources()
const product = sources.filter(({ path }) => !path.startsWith('test/'))

const each = (
  files: readonly Source[],
  wrong: (source: Source, target: Import) => boolean,
): readonly string[] =>
  files.flatMap((source) =>
    source.imports
      .filter((target) => wrong(source, target))
      .map(({ target }) => `${source.path} imports ${target}`),
  )

const isSimulatorOfDemo = (source: Source, { target }: Import): boolean =>
  zoneOf(source.path) === 'demo' && /^test\/simulator\/start[\w-]*\.ts$/.test(target)

describe('imports point one way', () => {
  it('finds the sources', () => {
    expect(product.length).toBeGreaterThan(20)
  })

  it('shared ← steps ← what joins them ← the ways in; steps never import one another', () => {
    const wrong = each(sources, (source, target) => {
      if (!target.isFile) return false
      const [from, to] = [zoneOf(source.path), zoneOf(target.target)]
      return from !== to && !mayImport(from).includes(to) && !isSimulatorOfDemo(source, target)
    })
    expect(wrong).toEqual([])
  })

  it('every imported file exists under the name that is written', () => {
    expect(each(sources, (_source, { isFile, target }) => isFile && !existsSync(join(root, target)))).toEqual(
      [],
    )
  })

  it('there are no circles', () => {
    expect(circles(sources)).toEqual([])
  })

  it('nothing outside test imports from test, but the demo the simulator’s start', () => {
    const wrong = each(
      product,
      (source, target) => target.target.startsWith('test/') && !isSimulatorOfDemo(source, target),
    )
    expect(wrong).toEqual([])
  })
})

describe('libraries stay where they belong', () => {
  const only = (name: string, allowed: RegExp): readonly string[] =>
    each(
      product,
      ({ path }, target) => !target.isFile && packageOf(target.target) === name && !allowed.test(path),
    )

  it.each([
    ['electron', /^electron\/shell\//],
    ['electron-updater', /^electron\/shell\//],
    ['better-sqlite3', /^electron\/register\//],
    ['kysely', /^electron\/register\//],
    // The bench times the bare libraries as peers.
    ['pkcs11js', /^electron\/signature\/token\/|^build\/bench\//],
    ['exceljs', /^electron\/intake\/|^electron\/write-back\/make-workbook|^build\//],
    ['fastify', /^electron\/host\//],
    ['xml-crypto', /^electron\/signature\/|^build\/bench\//],
    ['react', /^renderer\//],
  ])('%s is imported by its own folder only', (name, allowed) => {
    expect(only(name, allowed)).toEqual([])
  })

  it('shared and renderer know no Node', () => {
    const wrong = each(
      product,
      ({ path }, { target, isFile }) =>
        /^(shared|renderer)\//.test(path) && !isFile && target.startsWith('node:'),
    )
    expect(wrong).toEqual([])
  })

  it('shared uses no global of Node or of a page', () => {
    const forbidden = ['process', 'Buffer', 'window', 'document', 'navigator', 'localStorage', 'require']
    const wrong = product
      .filter(({ path }) => path.startsWith('shared/'))
      .flatMap(({ path, nodes }) =>
        nodes
          .filter(({ type }) => type === 'MemberExpression')
          .map(({ object }) => object as { readonly type: string; readonly name?: string })
          .filter(({ type, name }) => type === 'Identifier' && forbidden.includes(name ?? ''))
          .map(({ name }) => `${path}: ${name}`),
      )
    expect(wrong).toEqual([])
  })

  it('what the backend needs at run time stands under dependencies', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly dependencies: Readonly<Record<string, string>>
    }
    const wrong = each(
      product,
      ({ path }, { target, isFile, typeOnly }) =>
        /^(electron|shared)\//.test(path) &&
        !isFile &&
        !typeOnly &&
        !target.startsWith('node:') &&
        target !== 'electron' &&
        !(packageOf(target) in dependencies),
    )
    expect(wrong).toEqual([])
  })
})

/** Circles of imports that run when a module is loaded; each is told once, from its first file. */
function circles(all: readonly Source[]): readonly string[] {
  const edges = new Map(
    all.map(({ path, imports }) => [
      path,
      imports
        .filter(({ isFile, typeOnly, dynamic }) => isFile && !typeOnly && !dynamic)
        .map(({ target }) => target),
    ]),
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (path: string, way: readonly string[]): void => {
    if (way.includes(path)) {
      found.push([...way.slice(way.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path)) return
    for (const target of edges.get(path) ?? []) visit(target, [...way, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return found
}
