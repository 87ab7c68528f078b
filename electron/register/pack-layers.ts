import type { Layer, Layers, LayerValue, Origin, Source } from '../../shared/record/layers.ts'

/** A source's number among the sources, and its cell where it has one. */
type PackedValue = readonly [path: string, value: string | null, source: number, cell?: string]

/**
 * Layers as the register keeps them. Nearly all values of a row come from one file and differ in the cell alone, so
 * each source stands once and each value names it: a third of the room, which an import of thousands of rows feels.
 */
interface Packed {
  /** Without their cells. */
  readonly sources: readonly object[]
  readonly layers: Readonly<Partial<Record<Origin, readonly PackedValue[]>>>
}

export function packLayers(layers: Layers): string {
  const sources: object[] = []
  let last: Source | undefined
  const numberOf = (source: Source): number => {
    if (!last || !isSameButForCell(last, source)) {
      last = source
      sources.push('cell' in source ? { ...source, cell: undefined } : source)
    }
    return sources.length - 1
  }
  const packed: Partial<Record<Origin, PackedValue[]>> = {}
  for (const [origin, layer] of entriesOf(layers)) {
    const values: PackedValue[] = []
    for (const [path, { value, source }] of Object.entries(layer)) {
      const number = numberOf(source)
      const cell = 'cell' in source ? source.cell : undefined
      values.push(cell === undefined ? [path, value, number] : [path, value, number, cell])
    }
    packed[origin] = values
  }
  return JSON.stringify({ sources, layers: packed } satisfies Packed)
}

export function unpackLayers(text: string): Layers {
  const kept = JSON.parse(text) as Packed | Layers
  // The first registers kept each value with its whole source.
  if (!('sources' in kept)) return kept
  const { sources, layers } = kept
  const unpacked: Partial<Record<Origin, Layer>> = {}
  for (const [origin, values] of entriesOf(layers)) {
    const layer: Record<string, LayerValue> = {}
    for (const [path, value, number, cell] of values) {
      const source = sources[number]
      if (!source) throw new Error(`a value names source ${number} of ${sources.length}`)
      layer[path] = { value, source: (cell === undefined ? source : { ...source, cell }) as Source }
    }
    unpacked[origin] = layer
  }
  return unpacked
}

function entriesOf<Value>(of: Readonly<Partial<Record<Origin, Value>>>): readonly [Origin, Value][] {
  return Object.entries(of) as [Origin, Value][]
}

/** By their names for the kinds that an import makes by the thousand; of the others only the very same. */
function isSameButForCell(a: Source, b: Source): boolean {
  if (a.kind === 'file' && b.kind === 'file') return a.file === b.file && a.sheet === b.sheet
  if (a.kind === 'measured' && b.kind === 'measured') return a.slip === b.slip && a.day === b.day
  return a === b
}
