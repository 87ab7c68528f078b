import { describe, expect, it } from 'vitest'
import { type Language, languages, text, textKeys } from '../../shared/messages.ts'
import { type Node, readSources } from './read-sources.ts'

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

/** Every `problem('code', {…})` of the product. */
const uses: readonly Use[] = product.flatMap(({ path, nodes }) =>
  nodes
    .filter(
      ({ type, callee }) => type === 'CallExpression' && (callee as { name?: string }).name === 'problem',
    )
    .flatMap((call) => {
      const [code, args] = call.arguments as readonly unknown[]
      return literal(code).map((each) => ({ code: each, at: path, args: argumentNames(args) }))
    }),
)

/** Every word that stands in the sources as a text or as a key: a code may reach `problem` by way of a table. */
const words = new Set(
  product.flatMap(({ nodes }) =>
    nodes.flatMap(({ type, value, name }) =>
      type === 'Literal' && typeof value === 'string' ? [value] : type === 'Identifier' ? [String(name)] : [],
    ),
  ),
)

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

  it.each(languages)('with heading, explanation and next step (%s)', (language) => {
    const missing = uses.flatMap(({ code, at }) => {
      const lacking = parts.filter((part) => !text(language, `${code}.${part}`))
      return lacking.length > 0 ? [`${code}: no ${lacking.join(', ')} (${at})`] : []
    })
    expect([...new Set(missing)]).toEqual([])
  })

  it('and no text is left of a problem that nothing makes', () => {
    expect(headed.filter((code) => !words.has(code))).toEqual([])
  })

  it('and has all three parts wherever it has one', () => {
    const incomplete = headed.flatMap((code) =>
      parts.filter((part) => !text('en', `${code}.${part}`)).map((part) => `${code}.${part}`),
    )
    expect(incomplete).toEqual([])
  })

  it('and each place fills what its texts leave open', () => {
    const unfilled = uses.flatMap(({ code, at, args }) =>
      args === undefined
        ? []
        : parts
            .flatMap((part) => placeholders('en', `${code}.${part}`))
            .filter((name) => !args.includes(name))
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
