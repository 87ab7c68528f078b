/** The table that a field's path lies in, for what concerns no single row of it. */
export function tableOf(path: string): string {
  return path.split('/').slice(0, 2).join('/')
}
