import type { AddedView } from '../../../shared/language/channels.ts'
import { localeOf } from '../../../shared/language/languages.ts'
import { type Language, text } from '../../../shared/messages.ts'
import { problem } from '../../../shared/problem.ts'
import { fail, ok } from '../../../shared/result.ts'
import { listLanguages, templateText } from '../../pipeline/languages.ts'
import { inWorkspace } from '../in-workspace.ts'
import type { Invocation } from '../options.ts'
import { type AddVerb, act, exitCodes, type Runtime, tell } from '../verb.ts'
import type { VerbCommand } from '../verb-command.ts'
import { table, withWords } from '../words.ts'
import { writeNew } from '../write-output.ts'

/** Languages of the program that a file adds to a workspace. */
export const addLanguageVerbs: AddVerb = (program, runtime) => {
  const language = program.command('language')
  addFile(language, runtime)
  addList(language, runtime)
  addTemplate(language, runtime)
  addRemove(language, runtime)
}

function addFile(parent: VerbCommand, runtime: Runtime): void {
  const command = parent.command('add').argument('<file>')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const added = await backend.call('language/add', { file: { path: command.args[0] ?? '' } })
    if (!added.ok) return added
    show([added.value], invocation)
    return ok(exitCodes.done)
  })
}

function addList(parent: VerbCommand, runtime: Runtime): void {
  const command = parent.command('list')
  act(runtime, command, async (invocation) => {
    const { added, damaged } = listLanguages(invocation.workspace)
    const { terminal, json, language } = invocation
    if (json) {
      const told = damaged.map((each) => ({ ...each, problem: withWords(each.problem, language) }))
      terminal.out(JSON.stringify({ added, damaged: told }, null, 2))
      return ok(exitCodes.done)
    }
    if (added.length === 0 && damaged.length === 0) terminal.err(say(language, 'none'))
    if (added.length > 0) show(added, invocation)
    for (const one of damaged) tell(invocation, one.problem)
    return ok(exitCodes.done)
  })
}

function addTemplate(parent: VerbCommand, runtime: Runtime): void {
  const command = parent.command('template').requiredOption('-o, --output <file>').option('--overwrite')
  const body = async (invocation: Invocation) => {
    const { lang, output, overwrite } = command.optsWithGlobals<{
      lang?: string
      output: string
      overwrite?: boolean
    }>()
    if (lang === undefined) return fail(problem('language-tag-needed', {}, {}, false))
    const made = templateText(invocation.workspace, lang)
    if (!made.ok) return made
    const written = writeNew(output, made.value, overwrite)
    if (!written.ok) return written
    if (invocation.json) invocation.terminal.out(JSON.stringify({ file: output }))
    else invocation.terminal.err(say(invocation.language, 'template-written', { file: output }))
    return ok(exitCodes.done)
  }
  act(runtime, command, body, { langIsSubject: true })
}

function addRemove(parent: VerbCommand, runtime: Runtime): void {
  const command = parent.command('remove').argument('<language>')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const tag = command.args[0] ?? ''
    const left = await backend.call('language/remove', { language: tag })
    if (!left.ok) return left
    if (invocation.json) invocation.terminal.out(JSON.stringify(left.value, null, 2))
    else invocation.terminal.err(say(invocation.language, 'removed', { tag }))
    return ok(exitCodes.done)
  })
}

function say(language: Language, key: string, args: Readonly<Record<string, string | number>> = {}): string {
  return text(language, `added-languages.${key}`, args) ?? key
}

function show(added: readonly AddedView[], { json, language, terminal }: Invocation): void {
  if (json) {
    terminal.out(JSON.stringify(added[0], null, 2))
    return
  }
  const number = (count: number): string => count.toLocaleString(localeOf(language))
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
