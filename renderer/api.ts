import type { BackendEvent, ChannelName, FileInput, Input, Output } from '../shared/ipc-contract.ts'
import { problem } from '../shared/problem.ts'
import { fail, type Result } from '../shared/result.ts'

/**
 * The one way from the screens to the backend. In the desktop shell `window.bodymark` (the preload's bridge) carries
 * calls; in a browser window the loopback host answers the same contract over HTTP and WebSocket.
 */
interface Bridge {
  call(channel: string, input: unknown): Promise<unknown>
  on(listener: (event: BackendEvent) => void): () => void
  /** The path of a file that the user chose or dropped; a browser never tells it. */
  pathOf(file: File): string
}

declare global {
  interface Window {
    readonly bodymark?: Bridge
  }
}

const sessionKey = 'bodymark.session'

/** The link's token is good once: it is exchanged for a session that only this tab knows. */
async function openSession(): Promise<string> {
  const kept = sessionStorage.getItem(sessionKey) ?? ''
  const token = /(?:^#|&)token=([^&]+)/.exec(window.location.hash)?.[1]
  if (!token) return kept
  history.replaceState(null, '', window.location.pathname + window.location.search)
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: decodeURIComponent(token) }),
    })
    if (!response.ok) return kept
    const { session } = (await response.json()) as { readonly session: string }
    sessionStorage.setItem(sessionKey, session)
    return session
  } catch {
    return kept
  }
}

const session = window.bodymark ? Promise.resolve('') : openSession()

async function callHost(channel: string, input: unknown): Promise<unknown> {
  let response: Response
  try {
    response = await fetch(`/api/${channel}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await session}` },
      body: JSON.stringify(input),
    })
  } catch {
    // fetch rejects where nobody answers: the backend was closed or restarts.
    return fail(problem('backend-unreachable'))
  }
  try {
    // A refusal of the host itself (401, 403, 413) is a Result as well and says what to do.
    return await response.json()
  } catch {
    return fail(problem('backend-unreachable'))
  }
}

/** Asks the backend; both ends parse by the contract, so the answer's type is taken from it. */
export async function call<Name extends ChannelName>(
  channel: Name,
  input: Input<Name>,
): Promise<Result<Output<Name>>> {
  const answer = window.bodymark ? await window.bodymark.call(channel, input) : await callHost(channel, input)
  return answer as Result<Output<Name>>
}

type Connection = 'connected' | 'lost'
const eventListeners = new Set<(event: BackendEvent) => void>()
const connectionListeners = new Set<(state: Connection) => void>()
let connection: Connection = 'connected'
let opened = false

function setConnection(state: Connection): void {
  if (state === connection) return
  connection = state
  for (const listener of connectionListeners) listener(state)
}

function listenToHost(attempt: number): void {
  const address = new URL('/events', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  const socket = new WebSocket(address)
  let wasOpen = false
  socket.addEventListener('open', async () => {
    socket.send(JSON.stringify({ session: await session }))
    wasOpen = true
    setConnection('connected')
  })
  socket.addEventListener('message', (message) => {
    const event = JSON.parse(String(message.data)) as BackendEvent
    for (const listener of eventListeners) listener(event)
  })
  socket.addEventListener('close', () => {
    setConnection('lost')
    const next = wasOpen ? 0 : attempt + 1
    setTimeout(() => listenToHost(next), Math.min(500 * 2 ** next, 10_000))
  })
}

/** What the backend says unasked. Answers the function that stops listening. */
export function onEvent(listener: (event: BackendEvent) => void): () => void {
  eventListeners.add(listener)
  if (!opened) {
    opened = true
    if (window.bodymark) {
      window.bodymark.on((event) => {
        for (const each of eventListeners) each(event)
      })
    } else listenToHost(0)
  }
  return () => {
    eventListeners.delete(listener)
  }
}

export function connectionState(): Connection {
  return connection
}

export function onConnection(listener: (state: Connection) => void): () => void {
  connectionListeners.add(listener)
  return () => {
    connectionListeners.delete(listener)
  }
}

/** True where files have paths, so that big ones need not travel through the window. */
export const knowsPaths = window.bodymark !== undefined

/** The path of a chosen file, or empty where the window cannot know it. */
export function pathOf(file: File): string {
  return window.bodymark?.pathOf(file) ?? ''
}

/** A dropped or chosen file as the contract takes it. */
export async function fileInput(file: File): Promise<FileInput> {
  const path = pathOf(file)
  return path ? { path } : { name: file.name, base64: await readBase64(file) }
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      const url = String(reader.result)
      resolve(url.slice(url.indexOf(',') + 1))
    }
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}
