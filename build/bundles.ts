import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What a bundle is made from, and the file whose age is the bundle's. */
interface Bundle {
  readonly sources: readonly string[]
  readonly result: string
}
const screens: Bundle = {
  sources: ['renderer', 'shared', 'schemas', 'build/vite.renderer.config.ts', 'package-lock.json'],
  result: 'dist/renderer/index.html',
}
const desktop: Bundle = {
  sources: ['electron', 'shared', 'schemas', 'build/vite.backend.config.ts', 'package-lock.json'],
  result: 'dist/shell/preload.cjs',
}

function newest(path: string): number {
  const stats = statSync(path)
  if (!stats.isDirectory()) return stats.mtimeMs
  // A file that was taken away changes its folder's time.
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

/** Whether a bundle is missing or older than what it is made from. */
function isStale({ sources, result }: Bundle): boolean {
  const file = join(root, result)
  return !existsSync(file) || sources.some((source) => newest(join(root, source)) > statSync(file).mtimeMs)
}

type LogLevel = 'warn' | 'error'

async function bundle(name: string, logLevel: LogLevel): Promise<void> {
  // Loaded only where something is to be built: most starts build nothing.
  const { build } = await import('vite')
  await build({ configFile: join(root, 'build', name), logLevel })
}

export async function buildScreens(logLevel: LogLevel = 'warn'): Promise<void> {
  await bundle('vite.renderer.config.ts', logLevel)
}

/** Backend, workers, command line and shell. */
export async function buildDesktop(logLevel: LogLevel = 'warn'): Promise<void> {
  for (const folder of ['backend', 'shell'])
    rmSync(join(root, 'dist', folder), { recursive: true, force: true })
  await bundle('vite.backend.config.ts', logLevel)
  await bundle('vite.preload.config.ts', logLevel)
}

/** Builds the screens where their sources changed; `say` hears of it, since it takes a few seconds. */
export async function refreshScreens(say: (line: string) => void): Promise<void> {
  if (!isStale(screens)) return
  say('Building the screens …')
  await buildScreens('error')
}

export async function refreshDesktop(say: (line: string) => void): Promise<void> {
  if (!isStale(desktop)) return
  say('Building the desktop shell …')
  await buildDesktop('error')
}
