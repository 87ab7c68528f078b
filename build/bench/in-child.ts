import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { type WatchedTree, watchTree } from './process-tree.ts'

export interface ChildRun {
  /** What the child said as its one line of JSON. */
  readonly said: Readonly<Record<string, number>>
  /** From starting the process to that line. */
  readonly milliseconds: number
  readonly tree: ReturnType<WatchedTree['end']>
}

/**
 * Runs a program of this folder in a process of its own, as fresh as a user's. It says one line of JSON when its work
 * is done and is then ended; until then its memory is watched.
 */
export function runInChild(name: string, args: readonly string[]): Promise<ChildRun> {
  const program = fileURLToPath(new URL(name, import.meta.url))
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    const tree = child.pid === undefined ? undefined : watchTree(child.pid)
    let run: ChildRun | undefined
    createInterface({ input: child.stdout }).on('line', (line) => {
      const milliseconds = performance.now() - started
      if (!tree || run) return
      run = { said: JSON.parse(line) as Record<string, number>, milliseconds, tree: tree.end() }
      child.kill()
    })
    child.once('error', reject)
    child.once('close', () => {
      tree?.end()
      if (run) resolve(run)
      else reject(new Error(`${name} ended without an answer`))
    })
  })
}
