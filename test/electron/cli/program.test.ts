import type { Command } from 'commander'
import { expect, test } from 'vitest'
import { createProgram } from '../../../electron/cli/program.ts'
import { systemTerminal } from '../../../electron/cli/terminal.ts'

/** What a command prints on `--help`. */
function helpOf(command: Command): string {
  let said = ''
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      said += text
    },
  })
  expect(() => command.outputHelp()).not.toThrow()
  return said
}

/** Every verb, and the nouns that verbs stand under. */
const below = (command: Command): readonly Command[] =>
  command.commands.flatMap((child) => [child, ...below(child)])

test('every verb tells what it does and gives an example', () => {
  const program = createProgram({ terminal: systemTerminal, exit: () => {} })
  const verbs = below(program)
  expect(verbs.length).toBeGreaterThan(18)
  for (const verb of verbs) {
    const help = helpOf(verb)
    expect(help, verb.name()).toContain(`Usage: `)
    expect(help, verb.name()).toMatch(/Examples?:\n {2}bodymark /)
    expect(help, verb.name()).toContain('--workspace <dir>')
  }
})

test('the commands that scripts rely on are all there', () => {
  const program = createProgram({ terminal: systemTerminal, exit: () => {} })
  const names = program.commands.map((command) => command.name())
  const promised = ['xsd', 'check', 'read', 'write', 'verify', 'import', 'base', 'complete', 'sign', 'submit']
  expect(names).toEqual(
    expect.arrayContaining([...promised, 'status', 'audit', 'backup', 'restore', 'serve']),
  )
})
