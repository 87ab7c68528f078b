import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { startBackend } from './backend-process.ts'
import { type Figure, rounded } from './figure.ts'
import { columnCount, fleetProfileId } from './fleet.ts'
import { type ChildRun, runInChild } from './in-child.ts'
import { median } from './measure.ts'
import { factsOf, type ProcessFacts, tellsOfProcesses, watchTree } from './process-tree.ts'
import { setUp } from './set-up.ts'
import { writeDeliveryList } from './write-delivery-list.ts'

interface Import {
  readonly milliseconds: number
  readonly backendCpu: number
  readonly backend: ProcessFacts | undefined
  readonly parser: ProcessFacts | undefined
}

/** One import into a new workspace, asked of a fresh backend as a browser window asks. */
async function importOnce(program: string, workspace: string, file: string, rows: number): Promise<Import> {
  const backend = await startBackend(program, workspace)
  try {
    await setUp(backend.ask)
    const tree = watchTree(backend.pid)
    const before = factsOf(backend.pid)?.cpuMilliseconds ?? 0
    const started = performance.now()
    const report = await backend.ask('intake/import', { file: { path: file }, profile: fleetProfileId })
    const milliseconds = performance.now() - started
    const { own, child } = tree.end()
    const [problem] = report.problems
    if (problem || report.added !== rows)
      throw new Error(`${report.added} of ${rows} rows were added: ${JSON.stringify(problem)}`)
    return {
      milliseconds,
      backendCpu: (own?.cpuMilliseconds ?? 0) - before,
      backend: own,
      parser: child,
    }
  } finally {
    await backend.stop()
    rmSync(workspace, { recursive: true, force: true })
  }
}

/**
 * Import of a delivery list, each run with a fresh backend, against exceljs streaming the same file alone in its own
 * process. Both times hold the start of the process that reads.
 */
export async function measureImport(
  dir: string,
  program: string,
  rows: number,
  runs: number,
): Promise<readonly Figure[]> {
  const file = join(dir, `list-${rows}.xlsx`)
  await writeDeliveryList(file, rows)
  const ours: Import[] = []
  const peers: ChildRun[] = []
  for (let run = 0; run < runs; run += 1) {
    peers.push(await runInChild('exceljs-child.ts', [file]))
    ours.push(await importOnce(program, join(dir, `import-${rows}-${run}`), file, rows))
  }
  const wall = median(ours.map(({ milliseconds }) => milliseconds))
  const peerWall = median(peers.map(({ milliseconds }) => milliseconds))
  const cpu = (pick: (run: Import) => number | undefined): number =>
    rounded(median(ours.map((run) => pick(run) ?? 0)))
  const size = `${rows} rows × ${columnCount} columns`
  const speed: Figure = {
    name: `import of ${size}`,
    value: rounded(rows / (wall / 1000)),
    unit: 'rows/s',
    runs,
    peer: {
      name: 'exceljs streaming the same file alone, in its own process',
      value: rounded(rows / (peerWall / 1000)),
      unit: 'rows/s',
    },
    ratio: rounded(wall / peerWall),
    target: 1.5,
    also: {
      milliseconds: rounded(wall),
      peerMilliseconds: rounded(peerWall),
      peerMillisecondsWithoutItsStart: rounded(median(peers.map(({ said }) => said.milliseconds ?? 0))),
      backendCpuMilliseconds: cpu(({ backendCpu }) => backendCpu),
      parserCpuMilliseconds: cpu(({ parser }) => parser?.cpuMilliseconds),
      peerCpuMilliseconds: rounded(median(peers.map(({ said }) => said.cpuMilliseconds ?? 0))),
    },
  }
  return tellsOfProcesses ? [speed, memoryOf(size, ours, peers)] : [speed]
}

function memoryOf(size: string, ours: readonly Import[], peers: readonly ChildRun[]): Figure {
  const backend = median(ours.map((run) => run.backend?.peakMegabytes ?? 0))
  const parser = median(ours.map((run) => run.parser?.peakMegabytes ?? 0))
  return {
    name: `peak memory of that import (${size}), backend and parsing process together`,
    value: rounded(backend + parser),
    unit: 'MB',
    runs: ours.length,
    limit: 300,
    peer: {
      name: 'exceljs streaming the same file alone',
      value: rounded(median(peers.map(({ tree }) => tree.own?.peakMegabytes ?? 0))),
      unit: 'MB',
    },
    also: { backend: rounded(backend), parser: rounded(parser) },
  }
}
