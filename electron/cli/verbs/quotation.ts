import { type Arguments, type Language, text } from '../../../shared/messages.ts'
import { fail, ok } from '../../../shared/result.ts'
import { momentInWords } from '../../../shared/words.ts'
import { inWorkspace } from '../in-workspace.ts'
import { wholeNumber } from '../option-parsers.ts'
import { readJson } from '../read-json.ts'
import { weightsInWords } from '../tell-weights.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { table } from '../words.ts'

const quotationNumber = wholeNumber(1, 1_000_000_000)

export const addQuotation: AddVerb = (program, runtime) => {
  const quotation = program.command('quotation')

  const save = quotation.command('save').argument('<file>').option('--id <number>', '', quotationNumber)
  inWorkspace(runtime, save, async (backend, invocation) => {
    const [file = ''] = save.args
    const json = await readJson(file)
    if (!json.ok) return json
    const saved = await backend.call('quotation/save', {
      ...save.opts<{ id?: number }>(),
      json: json.value,
    })
    if (!saved.ok) return fail({ ...saved.problem, where: { file, ...saved.problem.where } })
    const { id, name } = saved.value
    invocation.terminal.out(
      invocation.json
        ? JSON.stringify(saved.value, null, 2)
        : words(invocation.language, 'kept', { id, name }),
    )
    return ok(exitCodes.done)
  })

  const list = quotation.command('list')
  inWorkspace(runtime, list, async (backend, invocation) => {
    const kept = await backend.call('quotation/list', {})
    if (!kept.ok) return kept
    const { terminal, json, language } = invocation
    const say = (key: string): string => words(language, key)
    const rows = kept.value.map(({ id, name, customer, updatedAt, person, order }) => [
      String(id),
      name,
      customer,
      momentInWords(updatedAt),
      person,
      order?.vin ?? '',
    ])
    const heads = ['', say('name'), say('customer'), say('changed'), say('by'), say('order')]
    terminal.out(
      json ? JSON.stringify(kept.value, null, 2) : rows.length > 0 ? table([heads, ...rows]) : say('none'),
    )
    return ok(exitCodes.done)
  })

  const show = quotation.command('show').argument('<id>', '', quotationNumber)
  inWorkspace(runtime, show, async (backend, invocation) => {
    const kept = await backend.call('quotation/get', { id: Number(show.args[0]) })
    if (!kept.ok) return kept
    const { terminal, json, language } = invocation
    const { weights, name } = kept.value
    if (json) terminal.out(JSON.stringify(kept.value, null, 2))
    else if (weights.kind === 'missing') return fail(weights.problem)
    else terminal.out(`${name}\n\n${weightsInWords(weights, language)}`)
    return ok(exitCodes.done)
  })

  const order = quotation
    .command('order')
    .argument('<id>', '', quotationNumber)
    .requiredOption('--vin <vin>')
    .option('--order <number>', '', '')
  inWorkspace(runtime, order, async (backend, invocation) => {
    const id = Number(order.args[0])
    const ordered = await backend.call('quotation/to-order', {
      id,
      ...order.opts<{ vin: string; order: string }>(),
    })
    if (!ordered.ok) return ordered
    const { vin } = ordered.value.row
    const { terminal, json, language } = invocation
    terminal.out(json ? JSON.stringify(ordered.value, null, 2) : words(language, 'ordered', { id, vin }))
    return ok(exitCodes.done)
  })
}

function words(language: Language, key: string, args: Arguments = {}): string {
  return text(language, `quotation-words.${key}`, args) ?? key
}
