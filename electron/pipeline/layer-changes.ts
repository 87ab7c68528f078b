export interface Change {
  readonly path: string
  readonly before: string
  readonly after: string
}

type Values = Readonly<Record<string, string | undefined>>

/** What differs between two states of the same values; an absent one reads as empty. */
export function changesBetween(before: Values, after: Values): readonly Change[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...paths].flatMap((path) => {
    const [from, to] = [before[path] ?? '', after[path] ?? '']
    return from === to ? [] : [{ path, before: from, after: to }]
  })
}
