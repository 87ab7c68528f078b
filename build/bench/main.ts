import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { measureApplying } from './apply-variant.ts'
import { measureAssessing } from './assess.ts'
import { buildBundles } from './bundle.ts'
import { measureCatalogue } from './catalogue.ts'
import { measureColdStart } from './cold-start.ts'
import { measureDiff } from './diff.ts'
import { type Figure, note, tellFigure, verdict } from './figure.ts'
import { fillWithFleet } from './fleet-workspace.ts'
import { measureForm } from './form.ts'
import { measureImport } from './import.ts'
import { measureMessage } from './message.ts'
import { type Bench, openBench } from './open-bench.ts'
import { measurePrinting } from './print.ts'
import { measureRegister } from './register.ts'
import { measureFileSigning, measureTokenSigning } from './signing.ts'
import { measureTemplate } from './template.ts'
import { measureTyping } from './typing.ts'
import { measureVerifying } from './verifying.ts'
import { measureWeights } from './weights.ts'

/**
 * `npm run bench [-- PART …]`: one JSON line a figure on standard output, what is going on and a table on standard
 * error. It only measures: figures that miss their target do not fail it.
 */
const parts = {
  import: async (dir: string): Promise<readonly Figure[]> => {
    const { backend } = await bundles(dir)
    return [
      ...(await measureImport(dir, backend, 1000, 5)),
      ...(await measureImport(dir, backend, 10_000, 3)),
    ]
  },
  message: (dir: string) =>
    withFleet(dir, 1, async (bench, [id = 0]) => [await measureMessage(bench, id, 300)]),
  diff: async () => [await measureDiff(300)],
  pdf: (dir: string) => withFleet(dir, 1, async (bench, [id = 0]) => [await measurePrinting(bench, id, 40)]),
  typing: (dir: string) =>
    withFleet(dir, 1, async (bench, [id = 0]) => [await measureTyping(bench, id, 200)]),
  assess: (dir: string) =>
    withFleet(dir, 100, async (bench, ids) => [await measureAssessing(bench, ids.length, 5)]),
  weights: (dir: string) =>
    withFleet(dir, 20, async (bench, ids) => [await measureWeights(bench, ids, 1000, 15)]),
  'apply-variant': (dir: string) =>
    withFleet(dir, 1000, async (bench, ids) => [await measureApplying(bench, ids, 3)]),
  sign: (dir: string) =>
    withFleet(dir, 240, async (bench, ids) => {
      const token = await measureTokenSigning(bench, ids.slice(0, 120), dir)
      const file = await measureFileSigning(bench, ids.slice(120), dir)
      const copies = join(bench.workspace.dir, 'signed')
      const [copy = ''] = readdirSync(copies)
      return [...token, ...file, await measureVerifying(join(copies, copy), 100)]
    }),
  register: (dir: string) =>
    withBench(dir, (bench) => measureRegister(bench, join(dir, 'register.xlsx'), 10_000, 30)),
  form: async (dir: string) => measureForm(dir, join(dir, 'form'), await bundles(dir)),
  catalogue: async () => [await measureCatalogue(15)],
  template: async () => [await measureTemplate(7)],
  'cold-start': async (dir: string) => measureColdStart(dir, (await bundles(dir)).backend, 5),
}
type Part = keyof typeof parts

let built: ReturnType<typeof buildBundles> | undefined
function bundles(dir: string): ReturnType<typeof buildBundles> {
  built ??= buildBundles(dir)
  return built
}

async function withBench<Value>(dir: string, use: (bench: Bench) => Promise<Value>): Promise<Value> {
  const bench = await openBench(mkdtempSync(join(dir, 'workspace-')))
  try {
    return await use(bench)
  } finally {
    await bench.close()
  }
}

function withFleet<Value>(
  dir: string,
  vehicles: number,
  use: (bench: Bench, ids: readonly number[]) => Promise<Value>,
): Promise<Value> {
  return withBench(dir, async (bench) => use(bench, await fillWithFleet(bench.ask, dir, vehicles)))
}

/** On the disk where real workspaces lie, since storing is measured too. */
function newFolder(): string {
  const workspaces = fileURLToPath(new URL('../../workspace/', import.meta.url))
  mkdirSync(workspaces, { recursive: true })
  return mkdtempSync(join(workspaces, 'bench-'))
}

function isPart(name: string): name is Part {
  return Object.hasOwn(parts, name)
}

async function main(): Promise<number> {
  const names = process.argv.slice(2)
  const wanted = names.length > 0 ? names.filter(isPart) : (Object.keys(parts) as Part[])
  if (wanted.length < names.length) {
    note(`Parts: ${Object.keys(parts).join(', ')}`)
    return 2
  }
  const dir = newFolder()
  const all: Figure[] = []
  try {
    for (const part of wanted) {
      note(`Measuring: ${part} …`)
      for (const figure of await parts[part](dir)) {
        tellFigure(figure)
        all.push(figure)
      }
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
  note('')
  for (const figure of all) {
    const ratio = figure.ratio === undefined ? '' : `  × ${figure.ratio} of ${figure.peer?.name}`
    note(`${`${figure.value} ${figure.unit}`.padStart(16)}  ${figure.name}${ratio}  ${verdict(figure)}`)
  }
  return 0
}

process.exitCode = await main()
