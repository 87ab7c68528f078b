/** Those that no line above has; from now on they are. */
export function newIn(begun: Set<string>, paths: readonly string[]): readonly string[] {
  const found = paths.filter((path) => !begun.has(path))
  for (const path of found) begun.add(path)
  return found
}

/** The groups around a place that no line above is in; a table and its rows have a line of their own. */
export function groupsBegun(place: string, begun: Set<string>): readonly string[] {
  const groups: string[] = []
  let inner = place
  for (let end = place.lastIndexOf('/'); end > 0; end = inner.lastIndexOf('/')) {
    const group = place.slice(0, end)
    if (begun.has(group)) break
    begun.add(group)
    if (!group.endsWith(']') && !inner.endsWith(']')) groups.push(group)
    inner = group
  }
  return groups
}
