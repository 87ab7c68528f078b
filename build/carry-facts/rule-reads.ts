import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { parseSync } from 'oxc-parser'
import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { ruleFacts } from '../../shared/rules/policy.ts'
import { ruleFunctions } from '../../shared/rules/registry.ts'

const folder = new URL('../../shared/rules/', import.meta.url)
const output = new URL('../../schemas/rules/reads.json', import.meta.url)
const places: Readonly<Record<string, string>> = paths

/** What a piece of code at the top of a file names: texts, and names of other pieces here or elsewhere. */
interface Piece {
  readonly texts: Set<string>
  readonly names: Set<string>
}

interface RuleFile {
  readonly pieces: ReadonlyMap<string, Piece>
  /** Local name → where it comes from. */
  readonly imports: ReadonlyMap<string, { readonly from: string; readonly name: string }>
}

type Node = { readonly type: string } & Readonly<Record<string, unknown>>

/**
 * Rule → the schema paths that it may read, found in the code of the rules and in their tables of facts. It errs on
 * the side of too many: it says which rules to look at where a release of the message changes a field.
 */
export function ruleReads(): Readonly<Record<string, readonly string[]>> {
  const files = new Map<string, RuleFile>()
  for (const name of readdirSync(folder)) if (name.endsWith('.ts')) files.set(name, readRuleFile(name))
  const registry = files.get('registry.ts')?.pieces.get('ruleFunctions')
  if (!registry) throw new Error('the registry of rules cannot be read')
  const found = Object.keys(ruleFunctions).map((id) => {
    const texts = new Set<string>(ruleFacts(id)?.needs ?? [])
    for (const name of entriesOf('registry.ts').get(id) ?? []) collect('registry.ts', name, files, texts)
    const read = [...texts].flatMap((text) => places[text] ?? (isPath(text) ? text : []))
    return [id, [...new Set(read)].sort()] as const
  })
  return Object.fromEntries(found)
}

/** Everything that a piece names, and what those name. */
function collect(
  file: string,
  name: string,
  files: ReadonlyMap<string, RuleFile>,
  texts: Set<string>,
  seen: Set<string> = new Set(),
): void {
  const key = `${file} ${name}`
  if (seen.has(key)) return
  seen.add(key)
  const known = files.get(file)
  const piece = known?.pieces.get(name)
  for (const text of piece?.texts ?? []) texts.add(text)
  for (const inner of piece?.names ?? []) if (inner !== name) collect(file, inner, files, texts, seen)
  const origin = known?.imports.get(name)
  if (origin?.from.endsWith('.json')) {
    // Neither the places themselves nor the law's numbers say what is read.
    if (!/\/(paths|limits)\.json$/.test(origin.from)) textsIn(readJson(origin.from), texts)
  } else if (origin) collect(origin.from, origin.name, files, texts, seen)
}

function readRuleFile(file: string): RuleFile {
  const pieces = new Map<string, Piece>()
  const imports = new Map<string, { from: string; name: string }>()
  for (const statement of bodyOf(file)) {
    if (statement.type === 'ImportDeclaration') {
      const from = String((statement.source as Node).value).replace(/^\.\//, '')
      for (const one of statement.specifiers as readonly Node[])
        imports.set(nameOf(one.local), { from, name: nameOf(one.imported) || 'default' })
      continue
    }
    const declared = (statement.declaration ?? statement) as Node
    if (declared.type === 'FunctionDeclaration') pieces.set(nameOf(declared.id), pieceOf(declared))
    for (const one of (declared.declarations ?? []) as readonly Node[])
      pieces.set(nameOf(one.id), pieceOf(one))
  }
  return { pieces, imports }
}

/** Rule id → the names that its entry in the registry is made of. */
function entriesOf(file: string): ReadonlyMap<string, readonly string[]> {
  const entries = new Map<string, readonly string[]>()
  walk(bodyOf(file), (node) => {
    if (node.type !== 'Property') return
    const key = node.key as Node
    entries.set(String(key.value ?? key.name), [...pieceOf(node.value as Node).names])
  })
  return entries
}

function bodyOf(file: string): readonly Node[] {
  const { program } = parseSync(file, readFileSync(new URL(file, folder), 'utf8'))
  return program.body as unknown as readonly Node[]
}

function pieceOf(root: Node): Piece {
  const piece: Piece = { texts: new Set(), names: new Set() }
  walk(root, (node) => {
    if (node.type === 'Literal' && typeof node.value === 'string') piece.texts.add(node.value)
    if (node.type === 'Identifier') piece.names.add(nameOf(node))
  })
  return piece
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const one of value) walk(one, visit)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return
  const node = value as Node
  if (typeof node.type === 'string') visit(node)
  for (const [key, child] of Object.entries(node)) if (key !== 'typeAnnotation') walk(child, visit)
}

function textsIn(json: unknown, texts: Set<string>): void {
  if (typeof json === 'string') texts.add(json)
  else if (typeof json === 'object' && json !== null)
    for (const [key, value] of Object.entries(json)) {
      texts.add(key)
      textsIn(value, texts)
    }
}

function readJson(from: string): unknown {
  return JSON.parse(readFileSync(new URL(from, folder), 'utf8'))
}

function nameOf(node: unknown): string {
  return typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : ''
}

function isPath(text: string): boolean {
  return /^(Header|CocDataGroup)\/\w/.test(text)
}

function ruleReadsJson(): string {
  const made = {
    generated: 'by build/carry-facts/rule-reads.ts from shared/rules; changes belong there',
    rules: ruleReads(),
  }
  return `${JSON.stringify(made, null, 1)}\n`
}

/** `node build/carry-facts/rule-reads.ts` writes it. */
if (import.meta.main) writeFileSync(output, ruleReadsJson())
