import type { Command } from 'commander'
import type { AddedView } from '../../../shared/language/channels.ts'
import { type Language, text } from '../../../shared/messages.ts'
import { ok } from '../../../shared/result.ts'
import { languageViews, templateText } from '../../pipeline/languages.ts'
import { withBackend } from '../backend.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, action, exitCodes, type Runtime } from '../verb.ts'
import { table } from '../words.ts'
import { overwriteOption, writeNew } from '../write-output.ts'

const examples = `
Examples:
  bodymark language template --lang fr -o fr.json
  bodymark language add fr.json
  bodymark --lang fr status
  bodymark language list`

/** Languages of the program that a file adds to a workspace. */
export const addLanguageVerbs: AddVerb = (program, runtime) => {
  const language = program
    .command('language')
    .description('languages of screens and commands: add one by a file, list them, write a file to translate')
    .addHelpText('after', examples)
  addFile(language, runtime)
  addList(language, runtime)
  addTemplate(language, runtime)
  addRemove(language, runtime)
}

function addFile(parent: Command, runtime: Runtime): void {
  const command = parent
    .command('add')
    .argument('<file>', 'language file as JSON')
    .description('keep a language file; it takes the place of one for the same language')
    .addHelpText(
      'after',
      `
Form (a text left out, or left as it is in English, is shown in English; placeholders such as {{vin}} stay):
  { "language": "fr", "name": "Français", "texts": { "ui": { "screens": { "register": "Véhicules" } } },
    "labels": { "Wheelbase": "Empattement" } }

Example:
  bodymark language add fr.json`,
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const added = await backend.call('language/add', { file: { path: command.args[0] ?? '' } })
        if (!added.ok) return added
        show([added.value], invocation)
        return ok(exitCodes.done)
      }),
    ),
  )
}

function addList(parent: Command, runtime: Runtime): void {
  const command = parent
    .command('list')
    .description('the languages that were added, and how much of each there is')
    .addHelpText('after', '\nExample:\n  bodymark language list --json')
  command.action(
    action(runtime, command, async (invocation) => {
      const added = languageViews(invocation.workspace)
      if (invocation.json) invocation.terminal.out(JSON.stringify(added, null, 2))
      else if (added.length === 0) invocation.terminal.err(say(invocation.language, 'none'))
      else show(added, invocation)
      return ok(exitCodes.done)
    }),
  )
}

function addTemplate(parent: Command, runtime: Runtime): void {
  const command = parent
    .command('template')
    .description(
      'write a file to translate: every text in English, and what there is of the language already',
    )
    .requiredOption('-o, --output <file>', 'language file (JSON) to write')
    .option(...overwriteOption)
    .addHelpText(
      'after',
      '\n--lang names the language, such as fr or pt-BR.\n\nExample:\n  bodymark language template --lang fr -o fr.json',
    )
  const body = async (invocation: Invocation) => {
    const {
      lang = '',
      output,
      overwrite,
    } = command.optsWithGlobals<{ lang?: string; output: string; overwrite?: boolean }>()
    const made = templateText(invocation.workspace, lang)
    if (!made.ok) return made
    const written = writeNew(output, made.value, overwrite)
    if (!written.ok) return written
    if (invocation.json) invocation.terminal.out(JSON.stringify({ file: output }))
    else invocation.terminal.err(say(invocation.language, 'template-written', { file: output }))
    return ok(exitCodes.done)
  }
  command.action(action(runtime, command, body, { langIsSubject: true }))
}

function addRemove(parent: Command, runtime: Runtime): void {
  const command = parent
    .command('remove')
    .argument('<language>', 'tag, such as fr')
    .description('remove an added language; whoever used it reads its base')
    .addHelpText('after', '\nExample:\n  bodymark language remove fr')
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
        const left = await backend.call('language/remove', { language: command.args[0] ?? '' })
        if (!left.ok) return left
        if (invocation.json) invocation.terminal.out(JSON.stringify(left.value, null, 2))
        return ok(exitCodes.done)
      }),
    ),
  )
}

function say(language: Language, key: string, args: Readonly<Record<string, string | number>> = {}): string {
  return text(language, `added-languages.${key}`, args) ?? key
}

function show(added: readonly AddedView[], { json, language, terminal }: Invocation): void {
  if (json) {
    terminal.out(JSON.stringify(added[0], null, 2))
    return
  }
  const number = (count: number): string => count.toLocaleString(language)
  terminal.out(
    table(
      added.map((one) => [
        one.language,
        one.name,
        say(language, `coverage-${one.base}`, { own: number(one.own), total: number(one.total) }),
      ]),
    ),
  )
  for (const { unknown, unfit, language: tag } of added) {
    if (unknown.length > 0)
      terminal.err(say(language, 'unknown', { tag, places: some(unknown), number: unknown.length }))
    if (unfit > 0) terminal.err(say(language, 'unfit', { tag, number: unfit }))
  }
}

const shownAtOnce = 12

function some(places: readonly string[]): string {
  const shown = places.slice(0, shownAtOnce).join(', ')
  return places.length > shownAtOnce ? `${shown}, …` : shown
}
