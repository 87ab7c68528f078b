import type { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { verbText } from '../../electron/cli/help.ts'
import { createProgram } from '../../electron/cli/program.ts'
import { systemTerminal } from '../../electron/cli/terminal.ts'
import { fullName } from '../../electron/cli/usage-error.ts'
import { type Language, shippedLanguages } from '../../shared/language/languages.ts'
import { text, textKeys } from '../../shared/messages.ts'

const program = createProgram({ terminal: systemTerminal, exit: () => {} }, 'en')
const withBelow = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(withBelow)]
const all = withBelow(program)

const longName = ({ long, flags }: { readonly long?: string; readonly flags: string }): string =>
  long ?? flags
const wordsOf = (command: Command): readonly string[] => [
  '--help',
  ...command.options.map(longName),
  ...command.registeredArguments.map((argument) => `<${argument.name()}>`),
]

const own = (command: Command, key: string): string =>
  ['verbs', ...fullName(command).split(' ').slice(1), key].join('.')

/** The commands among a verb's examples, a continued line joined with its next. */
const examplesOf = (command: Command, language: Language): readonly string[] =>
  (text(language, own(command, 'examples')) ?? '').replace(/\\\n\s*/g, ' ').split('\n')

/** The verb that an example calls, and the options that it gives. */
function called(example: string): { readonly verb: Command; readonly options: readonly string[] } {
  const words = example.split(' ').slice(1)
  let verb: Command = program
  for (const word of words) verb = verb.commands.find((one) => one.name() === word) ?? verb
  return { verb, options: words.filter((word) => /^--?[a-z]/.test(word)) }
}

describe.each(shippedLanguages)('every verb has its help (%s)', (language) => {
  const keys = textKeys(language)

  it('what it does, and an example', () => {
    const missing = all.flatMap((command) =>
      ['does', 'examples'].map((key) => own(command, key)).filter((key) => !keys.includes(key)),
    )
    expect(all.length).toBeGreaterThan(60)
    expect(missing).toEqual([])
  })

  it('a word for each option and argument', () => {
    const missing = all.flatMap((command) =>
      wordsOf(command)
        .filter((word) => verbText(command, word, language) === undefined)
        .map((word) => `${fullName(command)}: ${word}`),
    )
    expect(missing).toEqual([])
  })

  it('a name for each value', () => {
    const names = all.flatMap(({ options, registeredArguments }) => [
      ...options.flatMap(({ flags }) => /<([^>]+?)(?:\.\.\.)?>/.exec(flags)?.[1] ?? []),
      ...registeredArguments.map((argument) => argument.name()),
    ])
    const missing = [...new Set(names)].filter((name) => !keys.includes(`help-texts.names.${name}`))
    expect(missing).toEqual([])
  })

  it('examples that name its own options and no others', () => {
    const wrong = all.flatMap((command) =>
      examplesOf(command, language).filter((example) => {
        const { verb, options } = called(example)
        // A verb that may be left out has its options said of what it stands under.
        const known = [program, ...withBelow(verb)].flatMap((one) => one.options)
        const isKnown = (option: string) =>
          known.some(({ long, short }) => option === long || option === short)
        return verb === program || !options.every(isKnown)
      }),
    )
    expect(wrong).toEqual([])
  })

  it('and no text is left of what is no more', () => {
    const used = new Set(
      all.flatMap((command) =>
        ['does', 'examples', 'more', ...wordsOf(command)].map((key) => own(command, key)),
      ),
    )
    // What several verbs have in common is said of what they stand under.
    const common = new Set(all.flatMap(wordsOf))
    const left = keys.filter((key) => {
      const [, ...path] = key.split('.')
      return key.startsWith('verbs.') && !used.has(key) && !common.has(path.at(-1) ?? '')
    })
    expect(left).toEqual([])
  })
})
