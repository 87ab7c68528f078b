import type { Argument, Command, Help, Option } from 'commander'
import { type Arguments, type Language, text } from '../../shared/messages.ts'
import { fullName } from './usage-error.ts'
import { VerbCommand } from './verb-command.ts'

/** A verb's words in `schemas/messages`: what is not said of it itself is said of what it stands under. */
export function verbText(command: Command, key: string, language: Language): string | undefined {
  const names = fullName(command).split(' ').slice(1)
  for (let depth = names.length; depth >= 0; depth -= 1) {
    const said = text(language, ['verbs', ...names.slice(0, depth), key].join('.'))
    if (said !== undefined) return said
  }
  return undefined
}

/** What is said of this verb alone. */
function ownVerbText(command: Command, key: string, language: Language): string {
  const names = fullName(command).split(' ').slice(1)
  return text(language, ['verbs', ...names, key].join('.')) ?? ''
}

/** Gives a program and all verbs below it the words of their help. */
export function speakHelp(command: Command, language: Language): void {
  const words = (key: string): string => verbText(command, key, language) ?? ''
  command.description(ownVerbText(command, 'does', language)).helpOption('-h, --help', words('--help'))
  for (const option of command.options) option.description = words(option.long ?? option.flags)
  for (const argument of command.registeredArguments) argument.description = words(`<${argument.name()}>`)
  command.configureHelp({
    showGlobalOptions: true,
    formatHelp: (of, helper) => helpText(of, helper, language),
  })
  for (const verb of command.commands) speakHelp(verb, language)
}

/** `bodymark template --category <code> --stage <code> -o <file> [options]`: what cannot be left out is named. */
export function usageLine(command: Command, language: Language): string {
  const say = (key: string): string => helpWord(key, language)
  const needed = command.options.filter(({ mandatory }) => mandatory)
  return [
    say('usage'),
    fullName(command),
    ...(command.commands.length > 0
      ? [say(command instanceof VerbCommand && command.acts ? 'a-verb' : 'any-verb')]
      : []),
    ...command.registeredArguments.map((argument) => argumentForm(argument, language)),
    ...needed.map((option) => optionForm(option, language).replace(/^-\w, /, '')),
    ...(command.options.length > needed.length ? [say('any-options')] : []),
  ].join(' ')
}

function helpText(command: Command, helper: Help, language: Language): string {
  const say = (key: string): string => helpWord(key, language)
  const options = (known: readonly Option[]) =>
    known.map((option) => [optionForm(option, language), optionWords(option, language)] as const)
  const lists = [
    [
      'arguments',
      command.registeredArguments.map((one) => [argumentForm(one, language), one.description] as const),
    ],
    ['options', options(helper.visibleOptions(command))],
    ['verbs', command.commands.map((verb) => [verb.name(), verb.description()] as const)],
    ['global', command.parent ? options(helper.visibleGlobalOptions(command)) : []],
  ] as const
  const width = Math.max(...lists.flatMap(([, items]) => items.map(([term]) => term.length)))
  const more = ownVerbText(command, 'more', language)
  const examples = ownVerbText(command, 'examples', language)
  return `${[
    usageLine(command, language),
    helper.boxWrap(command.description(), helper.helpWidth ?? 80),
    ...lists
      .filter(([, items]) => items.length > 0)
      .map(([title, items]) =>
        [say(title), ...items.map(([term, words]) => helper.formatItem(term, width, words, helper))].join(
          '\n',
        ),
      ),
    ...(more ? [more] : []),
    ...(examples ? [`${say('examples')}\n${examples.replace(/^/gm, '  ')}`] : []),
  ].join('\n\n')}\n`
}

function optionWords({ description, argChoices }: Option, language: Language): string {
  if (!argChoices) return description
  return `${description} (${helpWord('choices', language, { choices: argChoices.join(', ') })})`
}

/** The flags of an option with the name of its value in words. */
function optionForm({ flags }: Option, language: Language): string {
  return flags.replace(
    /<([^>]+?)(\.\.\.)?>/,
    (_, name: string, more = '') => `<${valueName(name, language)}${more}>`,
  )
}

function argumentForm(argument: Argument, language: Language): string {
  const name = `${valueName(argument.name(), language)}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

/** What stands for a value, such as `<file>`, in words. */
function valueName(name: string, language: Language): string {
  return text(language, `help-texts.names.${name}`) ?? name
}

function helpWord(key: string, language: Language, args: Arguments = {}): string {
  return text(language, `help-texts.${key}`, args) ?? key
}
