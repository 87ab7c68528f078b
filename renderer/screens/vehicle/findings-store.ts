import type { Finding } from '../../../shared/rules/finding.ts'

/** Findings by place; a place whose findings stay the same keeps its list, so that its line is not drawn again. */
export interface FindingsStore {
  readonly all: () => readonly Finding[]
  /** Findings that speak of this place first; a line shows them in words. */
  readonly at: (path: string) => readonly Finding[]
  /** True where an error concerns this place, first or among others. */
  readonly isWrong: (path: string) => boolean
  readonly replace: (findings: readonly Finding[]) => void
  readonly onChange: (listener: () => void) => () => void
}

const none: readonly Finding[] = []

export function createFindingsStore(first: readonly Finding[]): FindingsStore {
  let all: readonly Finding[] = none
  let byPath = new Map<string, readonly Finding[]>()
  let wrong = new Set<string>()
  const listeners = new Set<() => void>()
  const replace = (findings: readonly Finding[]): void => {
    if (JSON.stringify(findings) === JSON.stringify(all)) return
    const next = new Map<string, Finding[]>()
    for (const finding of findings) {
      const list = next.get(finding.path) ?? []
      next.set(finding.path, list)
      list.push(finding)
    }
    byPath = new Map(
      [...next].map(([path, list]) => {
        const known = byPath.get(path)
        return [path, known && JSON.stringify(known) === JSON.stringify(list) ? known : list]
      }),
    )
    wrong = new Set(findings.filter(({ severity }) => severity === 'error').flatMap(({ paths }) => paths))
    all = findings
    for (const listener of listeners) listener()
  }
  replace(first)
  return {
    all: () => all,
    at: (path) => byPath.get(path) ?? none,
    isWrong: (path) => wrong.has(path),
    replace,
    onChange: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
