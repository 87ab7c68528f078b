import { readFileSync } from 'node:fs'
import { problemText } from '../../electron/cli/words.ts'
import { dispatch } from '../../electron/dispatch.ts'
import { createHandlers } from '../../electron/handlers/create-handlers.ts'
import { createNodePorts } from '../../electron/host/node-ports.ts'
import { openWorkspace } from '../../electron/open-workspace.ts'
import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import type { Language } from '../../shared/messages.ts'
import type { Result } from '../../shared/result.ts'

/** The product as the demo drives it: by its contract, as any screen does. A refusal ends the demo in words. */
export interface Demo {
  readonly language: Language
  ask<Name extends ChannelName>(channel: Name, input: Input<Name>): Promise<Output<Name>>
  /** Begins a step of the story. */
  step(text: string): void
  say(text: string): void
  close(): void
}

/** What the product refuses, in its own words; the demo ends with them. */
export class DemoRefused extends Error {}

export async function openDemo(dir: string, language: Language): Promise<Demo> {
  const ports = createNodePorts(dir)
  const opened = await openWorkspace(dir, ports, 'Bodymark demo')
  if (!opened.ok) throw new DemoRefused(problemText(opened.problem, language))
  const workspace = opened.value
  const handlers = createHandlers(workspace)
  let steps = 0
  return {
    language,
    async ask(channel, input) {
      const answer = (await dispatch(handlers, ports.log, channel, input)) as Result<Output<typeof channel>>
      if (!answer.ok) throw new DemoRefused(problemText(answer.problem, language))
      return answer.value
    },
    step(text) {
      steps += 1
      process.stdout.write(`${steps > 1 ? '\n' : ''}${steps}. ${text}\n`)
    },
    say(text) {
      process.stdout.write(`${text.replace(/^/gm, '   ')}\n`)
    },
    close: () => workspace.close(),
  }
}

/** A passphrase that the training authority left for its clients. */
export function passphraseIn(file: string): string {
  return readFileSync(file, 'utf8').trim()
}
