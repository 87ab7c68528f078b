type Step = PropertyKey

/** Where something stands in a JSON file: `options › LBW › masses › Tail lift › x`, a row by its id or name, else by its number. */
export function jsonPlace(json: unknown, path: readonly Step[]): string {
  return path
    .map((step, at) => {
      if (typeof step !== 'number') return String(step)
      const row = valueInJson(json, path.slice(0, at + 1))
      return named(row, 'id') ?? named(row, 'name') ?? String(step + 1)
    })
    .join(' › ')
}

function named(row: unknown, key: string): string | undefined {
  const name = valueInJson(row, [key])
  return typeof name === 'string' && name !== '' ? name : undefined
}

/** What stands at a place; undefined where there is none. */
export function valueInJson(json: unknown, path: readonly Step[]): unknown {
  let value: unknown = json
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Readonly<Record<Step, unknown>>)[step]
  }
  return value
}
