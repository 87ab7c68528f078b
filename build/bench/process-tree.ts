import { existsSync, readFileSync } from 'node:fs'

/** What a process came to so far. */
export interface ProcessFacts {
  /** Most memory that it ever held (VmHWM), in MB. */
  readonly peakMegabytes: number
  /** Processor time of all its threads. */
  readonly cpuMilliseconds: number
}

/** Where the system tells of its processes. Elsewhere memory is not measured. */
export const tellsOfProcesses = existsSync('/proc/self/status')

/** Linux counts a process' time in these; the value is fixed for programs. */
const ticksPerSecond = 100

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // The process has ended.
    return undefined
  }
}

export function factsOf(pid: number): ProcessFacts | undefined {
  const status = read(`/proc/${pid}/status`)
  const stat = read(`/proc/${pid}/stat`)
  const peak = /^VmHWM:\s+(\d+) kB/m.exec(status ?? '')?.[1]
  // The program's name stands in parentheses and may hold spaces; utime and stime are fields 14 and 15.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (peak === undefined || !fields) return undefined
  const ticks = Number(fields[11]) + Number(fields[12])
  return { peakMegabytes: Number(peak) / 1024, cpuMilliseconds: (ticks * 1000) / ticksPerSecond }
}

function childrenOf(pid: number): readonly number[] {
  const list = read(`/proc/${pid}/task/${pid}/children`) ?? ''
  return list.split(' ').filter(Boolean).map(Number)
}

export interface WatchedTree {
  /** Stops watching; the process itself and the largest of its children. */
  end(): { readonly own: ProcessFacts | undefined; readonly child: ProcessFacts | undefined }
}

/** Looks at a process and its children until the end, since a killed child cannot be asked any more. */
export function watchTree(pid: number): WatchedTree {
  const seen = new Map<number, ProcessFacts>()
  const look = (): void => {
    for (const each of [pid, ...childrenOf(pid)]) {
      const facts = factsOf(each)
      if (facts) seen.set(each, facts)
    }
  }
  look()
  const timer = setInterval(look, 20)
  return {
    end() {
      clearInterval(timer)
      const own = seen.get(pid)
      seen.delete(pid)
      const [child] = [...seen.values()].toSorted((a, b) => b.peakMegabytes - a.peakMegabytes)
      return { own, child }
    },
  }
}
