import compareFile from '../../schemas/compare/compare.json' with { type: 'json' }

/** Fields by which rows without a number of their own are known, by the name of their group. */
export const rowNames: Readonly<Record<string, readonly string[]>> = compareFile.rowNames.groups

const places: readonly string[] = compareFile.ofTheMessage.places

/** Whether a place (schema or instance path) speaks of the message and its signing, not of the vehicle. */
export function isOfTheMessage(path: string): boolean {
  return places.some((place) => path === place || path.startsWith(`${place}/`))
}
