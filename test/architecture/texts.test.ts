import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shippedLanguages } from '../../shared/language/languages.ts'
import { type Language, text, textKeys } from '../../shared/messages.ts'
import { filesBelow, type Node, readSources, root } from './read-sources.ts'

interface Use {
  readonly code: string
  readonly at: string
  /** Names of the arguments, or undefined where they cannot be read from the source. */
  readonly args: readonly string[] | undefined
}

const parts = ['heading', 'explanation', 'next'] as const
const product = readSources().filter(({ path }) => !path.startsWith('test/'))

const literal = (node: unknown): readonly string[] => {
  const { type, value, consequent, alternate } = (node ?? {}) as Node
  if (type === 'Literal' && typeof value === 'string') return [value]
  return type === 'ConditionalExpression' ? [...literal(consequent), ...literal(alternate)] : []
}

function argumentNames(node: unknown): readonly string[] | undefined {
  if (node === undefined) return []
  const { type, properties } = node as Node
  if (type !== 'ObjectExpression') return undefined
  const names = (properties as readonly Node[]).map(({ type: kind, key }) =>
    kind === 'Property'
      ? ((key as { name?: string; value?: string }).name ?? (key as { value?: string }).value)
      : undefined,
  )
  return names.every((name) => name !== undefined) ? names : undefined
}

const isCallOf = ({ type, callee }: Node, names: ReadonlySet<string>): boolean =>
  type === 'CallExpression' && names.has((callee as { name?: string }).name ?? '')

/** `problem` and the functions of a file that hand their first parameter on to it as a code. */
const makersOf = (nodes: readonly Node[]): ReadonlySet<string> => {
  const handsOn = nodes
    .filter((node) => isCallOf(node, new Set(['problem'])))
    .flatMap((call) => ((call.arguments as readonly Node[])[0]?.type === 'Identifier' ? [call] : []))
    .map((call) => (call.arguments as readonly { readonly name: string }[])[0]?.name)
  const functions = nodes.filter(
    ({ type, params }) =>
      type === 'FunctionDeclaration' &&
      handsOn.includes((params as readonly { name?: string }[])[0]?.name ?? ''),
  )
  return new Set(['problem', ...functions.map(({ id }) => (id as { readonly name: string }).name)])
}

/** Codes that stand in data under `problem`, such as the return values of tokens. */
const fromData: readonly Use[] = filesBelow('schemas', /\.json$/)
  .filter((path) => !/^schemas\/(messages|ivi)\//.test(path))
  .flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/"problem": "([^"]+)"/g)].map(([, code = '']) => ({
      code,
      at: path,
      args: undefined,
    })),
  )

/** Every `problem('code', {…})` of the product. */
const fromSources: readonly Use[] = product.flatMap(({ path, nodes }) => {
  const makers = makersOf(nodes)
  return nodes
    .filter((node) => isCallOf(node, makers))
    .flatMap((call) => {
      const [code, args] = call.arguments as readonly unknown[]
      const direct = isCallOf(call, new Set(['problem']))
      return literal(code).map((each) => ({
        code: each,
        at: path,
        args: direct ? argumentNames(args) : undefined,
      }))
    })
})

const uses: readonly Use[] = [...fromSources, ...fromData]

/** A step may fill what holds for all of its problems at its border: names in `args: {…}` of its folder. */
const filledAtBorder = (path: string): readonly string[] =>
  product
    .filter((source) => dirname(source.path) === dirname(path))
    .flatMap(({ nodes }) => nodes)
    .filter(({ type, key }) => type === 'Property' && (key as { name?: string }).name === 'args')
    .flatMap(({ value }) => ((value as Node).properties ?? []) as readonly Node[])
    .flatMap(({ key }) => (key as { name?: string } | undefined)?.name ?? [])

/** Every word that stands in the sources as a text or as a key: a code may reach `problem` by way of a table. */
const words = new Set([
  ...fromData.map(({ code }) => code),
  ...product.flatMap(({ nodes }) =>
    nodes.flatMap(({ type, value, name }) =>
      type === 'Literal' && typeof value === 'string' ? [value] : type === 'Identifier' ? [String(name)] : [],
    ),
  ),
])
/** A code may be put together, as `file-is-${kind}`: whatever begins and ends like it may be made. */
const patterns = product.flatMap(({ nodes }) =>
  nodes
    .filter(({ type, quasis }) => type === 'TemplateLiteral' && (quasis as readonly unknown[]).length > 1)
    .map(({ quasis }) =>
      (quasis as readonly { value: { cooked: string } }[]).map(({ value }) => value.cooked),
    )
    .filter(
      (pieces) =>
        /^[a-z]+(-[a-z]+)*-$/.test(pieces[0] ?? '') && pieces.every((piece) => /^[a-z-]*$/.test(piece)),
    )
    .map((pieces) => new RegExp(`^${pieces.join('[a-z0-9-]+')}$`)),
)
const isMade = (code: string): boolean => words.has(code) || patterns.some((pattern) => pattern.test(code))

const headed = textKeys('en')
  .filter((key) => key.endsWith('.heading'))
  .map((key) => key.slice(0, -'.heading'.length))

const placeholders = (language: Language, key: string): readonly string[] => {
  // Asked for without arguments a text shows none, so each name is found by filling it with a mark.
  const marks = new Proxy({}, { get: (_target, name) => `⟦${String(name)}⟧` })
  const filled = text(language, key, marks) ?? ''
  return [...new Set([...filled.matchAll(/⟦(\w+)⟧/g)].map(([, name]) => name ?? ''))].sort()
}

describe('every problem can be told', () => {
  it('finds the places where problems are made', () => {
    expect(uses.length).toBeGreaterThan(20)
  })

  it.each(shippedLanguages)('with heading, explanation and next step (%s)', (language) => {
    const missing = uses.flatMap(({ code, at }) => {
      const lacking = parts.filter((part) => !textKeys(language).includes(`${code}.${part}`))
      return lacking.length > 0 ? [`${code}: no ${lacking.join(', ')} (${at})`] : []
    })
    expect([...new Set(missing)]).toEqual([])
  })

  it('and no text is left of a problem that nothing makes', () => {
    expect(headed.filter((code) => !isMade(code))).toEqual([])
  })

  it('and has all three parts wherever it has one', () => {
    const incomplete = headed.flatMap((code) =>
      parts.filter((part) => !textKeys('en').includes(`${code}.${part}`)).map((part) => `${code}.${part}`),
    )
    expect(incomplete).toEqual([])
  })

  it('and each place fills what its texts leave open', () => {
    const unfilled = uses.flatMap(({ code, at, args }) =>
      args === undefined
        ? []
        : parts
            .flatMap((part) => placeholders('en', `${code}.${part}`))
            .filter((name) => !args.includes(name) && !filledAtBorder(at).includes(name))
            .map((name) => `${code}: {{${name}}} (${at})`),
    )
    expect([...new Set(unfilled)]).toEqual([])
  })
})

describe('both languages say the same', () => {
  it('under the same keys', () => {
    expect(textKeys('de').toSorted()).toEqual(textKeys('en').toSorted())
  })

  it('with the same open places', () => {
    const different = textKeys('en').filter(
      (key) => placeholders('en', key).join() !== placeholders('de', key).join(),
    )
    expect(different).toEqual([])
  })
})
