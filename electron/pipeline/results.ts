import type { FileInput } from '../../shared/ipc-contract.ts'
import { type MessageTree, rowsAt } from '../../shared/ivi/message.ts'
import { problem } from '../../shared/problem.ts'
import type { AddedResult } from '../../shared/record/added-result.ts'
import { layerPathOf } from '../../shared/record/compose-draft.ts'
import type { LayerValue, Source } from '../../shared/record/layers.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { isCode } from '../../shared/rules/codes.ts'
import type { SheetRow } from '../../shared/spreadsheet/cell.ts'
import { appendAudit } from '../audit/append.ts'
import { memorySource } from '../intake/byte-source.ts'
import { defaultLimits } from '../intake/limits.ts'
import { openCsv } from '../intake/read-csv.ts'
import { readDocument } from '../mapping/document-tree.ts'
import { type NamedText, type ResultValue, readResult } from '../mapping/read-result.ts'
import { textsOfDocument, textsOfRows } from '../mapping/result-texts.ts'
import { keepDocument } from '../register/documents.ts'
import { catalogueOf, timestamp, type Workspace } from '../workspace.ts'
import { compose } from './compose.ts'
import { keepLayers, openForEdit } from './edit.ts'
import { type OpenedFile, openFile } from './open-file.ts'
import { requireRole } from './people.ts'

const maxMegabytes = 20

/**
 * Takes CO2 and energy of a vehicle from the file of the chassis maker's or the trailer tool (XML, CSV, JSON). The file
 * stays in the register as it is; its values stand over list and weighing, and a newer file of the same tool replaces
 * an older one's. Problems: those of the file and of {@link readResult}; nothing of the file counts then.
 */
export async function addResult(
  workspace: Workspace,
  id: number,
  file: FileInput,
): Promise<Result<AddedResult>> {
  const allowed = requireRole(workspace, 'office', 'homologation')
  if (!allowed.ok) return allowed
  const before = openForEdit(workspace, id)
  if (!before.ok) return before
  const { vin } = before.value.vehicle
  const source = await openFile(file, maxMegabytes)
  if (!source.ok) return source
  const { name, bytes } = source.value
  const where = { vin, file: name }
  const texts = await textsOfFile(source.value, vin)
  if (!texts.ok) return fail({ ...texts.problem, where: { ...texts.problem.where, ...where } })
  const ours = catalogueOf(workspace, before.value.certificate.release)
  const read = readResult(texts.value, vin, ours)
  if (!read.ok) return fail({ ...read.problem, where: { ...read.problem.where, ...where } })
  const { tool, values } = read.value
  // The file was read meanwhile; what stands now counts.
  const opened = openForEdit(workspace, id)
  if (!opened.ok) return opened
  const { vehicle, certificate } = opened.value
  const composed = compose(workspace, vehicle, certificate)
  const at = timestamp(workspace)
  const placed = values.map((one) => ({ ...one, path: placeOf(one, composed.tree) }))
  const sha256 = workspace.db.transaction(() => {
    const kept = keepDocument(workspace.db, bytes, 'result', at)
    const others = Object.entries(certificate.layers.result ?? {}).filter(
      ([, { source }]) => source.kind !== 'result' || source.tool !== tool.id,
    )
    const result: Record<string, LayerValue> = Object.fromEntries(others)
    for (const one of placed) {
      const origin: Source = { kind: 'result', tool: tool.id, file: name, sha256: kept, cell: one.at }
      result[layerPathOf(one.path, composed.layers, composed.catalogue)] = {
        value: one.value,
        source: origin,
      }
    }
    appendAudit(workspace.db, {
      at,
      person: allowed.value.name,
      action: 'result-added',
      vin,
      args: { tool: tool.id, file: name, sha256: kept, count: placed.length },
    })
    keepLayers(workspace, opened.value, { ...certificate.layers, result }, at)
    return kept
  })
  workspace.emit({ kind: 'changed', ids: [id] })
  return ok({ tool: tool.id, sha256, values: placed.map(({ path, value }) => ({ path, value })) })
}

async function textsOfFile({ bytes }: OpenedFile, vin: string): Promise<Result<readonly NamedText[]>> {
  const [first] = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 200))
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
  if (first === '<' || first === '{' || first === '[') {
    const document = readDocument(bytes, first === '<' ? 'xml' : 'json')
    return document.ok ? ok(textsOfDocument(document.value, vin)) : document
  }
  const opened = await openCsv(memorySource(bytes), {}, defaultLimits, () => {})
  if (!opened.ok) return opened
  const rows: SheetRow[] = []
  for await (const batch of opened.value.rows) {
    if (!batch.ok) return batch
    rows.push(...batch.value)
  }
  return rows.length === 0
    ? fail(problem('result-without-values'))
    : ok(textsOfRows(rows, vin, opened.value.delimiter))
}

const convertors = 'CocDataGroup/EnergyConvertorTable/EnergyConvertorGroup'

/** The row of the energy source that a figure belongs to: the fuel's or the electricity's, the first of its kind. */
function placeOf({ path, row }: ResultValue, tree: MessageTree): string {
  if (!row || !path.startsWith(convertors)) return path
  const rest = path.slice(`${convertors}/EnergySourceTable/EnergySourceGroup`.length)
  const at = (convertor: number, source: number): string =>
    `${convertors}[${convertor}]/EnergySourceTable/EnergySourceGroup[${source}]${rest}`
  const count = rowsAt(tree, convertors).length
  for (let convertor = 1; convertor <= count; convertor += 1) {
    const sources = rowsAt(tree, `${convertors}[${convertor}]/EnergySourceTable/EnergySourceGroup`)
    const found = sources.findIndex(
      ({ EnergySource }) =>
        typeof EnergySource === 'string' && isCode('electric', EnergySource) === (row === 'electric'),
    )
    if (found >= 0) return at(convertor, found + 1)
  }
  return at(1, 1)
}
