import { buildIviXml } from '../../electron/ivi-xml/build-ivi-xml.ts'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { readIviXml } from '../../electron/ivi-xml/read-ivi-xml.ts'
import { compareMessages } from '../../shared/compare/compare-messages.ts'
import { differences } from '../../shared/compare/comparison.ts'
import type { MessageTree } from '../../shared/ivi/message.ts'
import { buildTree } from '../../shared/ivi/set-value.ts'
import { type Figure, rounded } from './figure.ts'
import { fullMessage } from './full-message.ts'
import { inTurn } from './measure.ts'

/** Two N3 messages with everything, every tenth value another one, against reading their XML. */
export async function measureDiff(rounds: number): Promise<Figure> {
  const catalogue = loadCatalogue()
  const leaves = fullMessage(catalogue, { category: 'N3', stage: 'C', vin: 'ZZZFT26CHTX000303', rows: 2 })
  const left = treeOf(leaves)
  const right = treeOf([...leaves].filter((_, at) => at % 10 !== 5))
  const files = [left, right].map((tree) => buildIviXml(tree, catalogue))
  const diff = () => compareMessages({ tree: left, catalogue }, { tree: right, catalogue })
  const { whole, peer } = await inTurn(
    {
      whole: diff,
      peer: () => {
        for (const bytes of files) readIviXml(bytes, catalogue)
      },
    },
    { rounds, warmUp: 50 },
  )
  const { vehicle } = diff()
  return {
    name: 'diff of two full N3 messages',
    value: rounded(whole),
    unit: 'ms',
    runs: rounds,
    peer: { name: 'reading both from XML', value: rounded(peer), unit: 'ms' },
    ratio: rounded(whole / peer),
    target: 1,
    also: { values: leaves.size, differing: differences(vehicle).length },
  }

  function treeOf(from: Iterable<readonly [string, string]>): MessageTree {
    const built = buildTree(from, catalogue)
    if (!built.ok) throw new Error(built.problem.code)
    return built.value
  }
}
