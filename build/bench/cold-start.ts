import { join } from 'node:path'
import { fromSources, startBackend } from './backend-process.ts'
import { type Figure, rounded } from './figure.ts'
import { runInChild } from './in-child.ts'
import { median } from './measure.ts'
import { setUp } from './set-up.ts'

const limit = 1500

/** From starting the backend's process to its link, on a workspace that is there. */
export async function measureColdStart(
  dir: string,
  bundle: string,
  runs: number,
): Promise<readonly Figure[]> {
  const workspace = join(dir, 'cold-start')
  const first = await startBackend(bundle, workspace)
  await setUp(first.ask)
  await first.stop()
  const starts = { bundle: [] as number[], sources: [] as number[], node: [] as number[] }
  const start = async (program: string): Promise<number> => {
    const backend = await startBackend(program, workspace)
    await backend.stop()
    return backend.startMilliseconds
  }
  for (let run = 0; run < runs; run += 1) {
    starts.node.push((await runInChild('empty-child.ts', [])).milliseconds)
    starts.bundle.push(await start(bundle))
    starts.sources.push(await start(fromSources))
  }
  const node = median(starts.node)
  const peer = { name: 'Node starting a program of one line', value: rounded(node), unit: 'ms' }
  const figure = (name: string, value: number): Figure => ({
    name: `cold start of the backend, ${name}`,
    value: rounded(value),
    unit: 'ms',
    runs,
    peer,
    ratio: rounded(value / node),
    limit,
  })
  return [
    figure('bundled as it ships', median(starts.bundle)),
    figure('from sources', median(starts.sources)),
  ]
}
