import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { runtimeOptions } from '../../electron/host/runtime-options.ts'
import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import type { Result } from '../../shared/result.ts'

/** The backend's entry as sources, which Node runs by leaving out their types. */
export const fromSources = fileURLToPath(new URL('../../electron/backend.ts', import.meta.url))

/** A backend as a program of its own, asked as a browser window asks it. */
export interface BackendProcess {
  readonly pid: number
  /** Where it answers, without the token that is good once. */
  readonly origin: string
  /** From starting the process to its link. */
  readonly startMilliseconds: number
  /** What a window shows the host with each of its calls. */
  session(): Promise<string>
  ask<Name extends ChannelName>(channel: Name, input: Input<Name>): Promise<Output<Name>>
  stop(): Promise<void>
}

export async function startBackend(
  program: string,
  workspace: string,
  rendererDir?: string,
): Promise<BackendProcess> {
  const started = performance.now()
  const args = [
    ...runtimeOptions.backend,
    program,
    '--workspace',
    workspace,
    ...(rendererDir ? ['--renderer', rendererDir] : []),
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', resolve)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`the backend ended with ${code}`)))
  })
  const startMilliseconds = performance.now() - started
  const { url, problem } = JSON.parse(line) as { readonly url?: string; readonly problem?: unknown }
  if (!url || child.pid === undefined)
    throw new Error(`the backend did not start: ${JSON.stringify(problem)}`)
  let opened: Promise<string> | undefined
  const session = () => {
    opened ??= openSession(url)
    return opened
  }
  return {
    pid: child.pid,
    origin: new URL(url).origin,
    startMilliseconds,
    session,
    async ask(channel, input) {
      const answer = (await post(new URL(`/api/${channel}`, url), input, await session())) as Result<
        Output<typeof channel>
      >
      if (!answer.ok) throw new Error(`${channel}: ${JSON.stringify(answer.problem)}`)
      return answer.value
    },
    async stop() {
      child.kill()
      await ended
    },
  }
}

async function openSession(url: string): Promise<string> {
  const token = new URL(url).hash.replace('#token=', '')
  const { session } = (await post(new URL('/session', url), { token })) as { readonly session: string }
  return session
}

async function post(url: URL, body: unknown, session?: string): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(session ? { authorization: `Bearer ${session}` } : {}),
    },
    body: JSON.stringify(body),
  })
  return response.json()
}
