/** Which vehicles are taken, and from where Shift extends. */
export interface Selection {
  readonly ids: ReadonlySet<number>
  /** Row number of the last single choice; undefined before any. */
  readonly anchor: number | undefined
}

export const nothingSelected: Selection = { ids: new Set(), anchor: undefined }

/** Space or a click on the box: takes the row or leaves it. */
export function toggle(selection: Selection, id: number, row: number): Selection {
  const ids = new Set(selection.ids)
  if (!ids.delete(id)) ids.add(id)
  return { ids, anchor: row }
}

/** Shift: adds every row from the anchor to here; rows that are not loaded yet have no id and stay out. */
export function extend(
  selection: Selection,
  row: number,
  idAt: (row: number) => number | undefined,
): Selection {
  const from = selection.anchor ?? row
  const ids = new Set(selection.ids)
  for (let at = Math.min(from, row); at <= Math.max(from, row); at += 1) {
    const id = idAt(at)
    if (id !== undefined) ids.add(id)
  }
  return { ids, anchor: from }
}
