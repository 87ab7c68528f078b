/** The row that a key leads to, or undefined where the key does not move. */
export function gridMove(key: string, active: number, total: number, page: number): number | undefined {
  const last = total - 1
  if (last < 0) return undefined
  const within = (row: number): number => Math.min(last, Math.max(0, row))
  switch (key) {
    case 'ArrowDown':
      return within(active + 1)
    case 'ArrowUp':
      return within(active - 1)
    case 'PageDown':
      return within(active + page)
    case 'PageUp':
      return within(active - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
