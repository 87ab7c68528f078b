import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoMark } from '../../electron/pipeline/workspace-view.ts'
import { type SimulatorProcess, startSimulatorProcess } from '../../test/simulator/start-simulator-process.ts'

type Wish = Parameters<typeof startSimulatorProcess>[0]

const folderOf = (workspace: string): string => join(workspace, 'training-authority')
const portFileOf = (workspace: string): string => join(folderOf(workspace), 'port.txt')

/** Starts the demo's authority where it was before, since the workspace remembers its address; else somewhere free. */
export async function startAuthority(
  workspace: string,
  wish: Omit<Wish, 'dir' | 'port'>,
): Promise<SimulatorProcess> {
  const dir = folderOf(workspace)
  const before = existsSync(portFileOf(workspace)) ? Number(readFileSync(portFileOf(workspace), 'utf8')) : 0
  const started = await startSimulatorProcess({ ...wish, dir, port: before }).catch((error: unknown) => {
    if (before === 0) throw error
    return startSimulatorProcess({ ...wish, dir })
  })
  writeFileSync(portFileOf(workspace), new URL(started.url).port)
  return started
}

/** The authority of a demo workspace for a session in the app; undefined for any other workspace. */
export async function resumeAuthority(workspace: string): Promise<SimulatorProcess | undefined> {
  const options = join(folderOf(workspace), 'options.json')
  if (!existsSync(join(workspace, demoMark)) || !existsSync(options)) return undefined
  return startAuthority(workspace, JSON.parse(readFileSync(options, 'utf8')) as Wish)
}
