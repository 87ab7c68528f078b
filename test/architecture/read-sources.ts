import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'oxc-parser'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Import {
  /** A file of the checkout, relative to its root with `/`, or the name of a package. */
  readonly target: string
  readonly isFile: boolean
  readonly typeOnly: boolean
  readonly dynamic: boolean
}

/** A node of the syntax tree, as far as a walk needs it. */
export interface Node {
  readonly type: string
  readonly [key: string]: unknown
}

export interface Source {
  /** Relative to the root, with `/`. */
  readonly path: string
  readonly lines: number
  readonly imports: readonly Import[]
  readonly hasDefaultExport: boolean
  readonly hasStarExport: boolean
  readonly comments: readonly string[]
  readonly nodes: readonly Node[]
}

/** Files below a folder of the checkout, relative to its root. */
export function filesBelow(folder: string, endings: RegExp): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(path, endings)
    return endings.test(entry.name) ? [path] : []
  })
}

const folders = ['electron', 'renderer', 'shared', 'build', 'test']
let known: readonly Source[] | undefined

/** Every source of the checkout, parsed once. */
export function readSources(): readonly Source[] {
  known ??= folders.flatMap((folder) => filesBelow(folder, /\.(ts|tsx|mjs)$/)).map(readSource)
  return known
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const parsed = parseSync(path, text)
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`)
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const nodes = collectNodes(parsed.program)
  const exported = staticExports.flatMap(({ entries }) => entries)
  const specifiers: { value: string; typeOnly: boolean; dynamic: boolean }[] = [
    ...staticImports.map(({ moduleRequest, entries }) => ({
      value: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
      dynamic: false,
    })),
    ...exported.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ value: moduleRequest.value, typeOnly: isType, dynamic: false }] : [],
    ),
    ...dynamicImports.map(({ moduleRequest }) => ({
      value: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      typeOnly: false,
      dynamic: true,
    })),
    ...nodes.flatMap(importInType),
  ]
  return {
    path,
    lines: text.split('\n').length,
    imports: specifiers.map((specifier) => resolve(path, specifier)),
    hasDefaultExport: exported.some(({ exportName }) => exportName.kind === 'Default'),
    hasStarExport: exported.some(({ importName }) => importName.kind === 'AllButDefault'),
    comments: parsed.comments.map(({ value }) => value),
    nodes,
  }
}

/** `import('./x.ts').Type` inside a type. */
function importInType(node: Node): readonly { value: string; typeOnly: boolean; dynamic: boolean }[] {
  const value =
    node.type === 'TSImportType' ? (node.source as { value?: unknown } | undefined)?.value : undefined
  return typeof value === 'string' ? [{ value, typeOnly: true, dynamic: false }] : []
}

function resolve(
  from: string,
  { value, ...rest }: { value: string; typeOnly: boolean; dynamic: boolean },
): Import {
  const isFile = value.startsWith('.')
  return { ...rest, isFile, target: isFile ? posix.join(posix.dirname(from), value) : value }
}

function collectNodes(program: unknown): readonly Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) visit(each)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && typeof value.type === 'string') found.push(value as Node)
      for (const each of Object.values(value)) visit(each)
    }
  }
  visit(program)
  return found
}

/** The package of an import: `@scope/name/part` → `@scope/name`. */
export function packageOf(target: string): string {
  return target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
}
