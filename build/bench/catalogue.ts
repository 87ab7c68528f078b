import { type Figure, rounded } from './figure.ts'
import { runInChild } from './in-child.ts'
import { median } from './measure.ts'

/** The catalogue with all words in a fresh process from sources, against a bare parse of the same files. */
export async function measureCatalogue(runs: number): Promise<Figure> {
  const times = { load: [] as number[], parse: [] as number[] }
  for (let run = 0; run < runs; run += 1) {
    for (const part of ['parse', 'load'] as const) {
      const { said } = await runInChild('catalogue-child.ts', [part])
      times[part].push(said.milliseconds ?? Number.NaN)
    }
  }
  const [load, parse] = [median(times.load), median(times.parse)]
  return {
    name: 'catalogue load: every field known with label, help and item',
    value: rounded(load),
    unit: 'ms',
    runs,
    peer: { name: 'reading and JSON.parse of the same files', value: rounded(parse), unit: 'ms' },
    ratio: rounded(load / parse),
  }
}
