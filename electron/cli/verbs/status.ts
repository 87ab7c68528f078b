import type { VehicleRow } from '../../../shared/record/views.ts'
import { ok } from '../../../shared/result.ts'
import { whyText } from '../../../shared/words.ts'
import { inWorkspace } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { say, statusText, table } from '../words.ts'

const pageSize = 500

export const addStatus: AddVerb = (program, runtime) => {
  const command = program.command('status').option('--search <text>', '', '')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const { search } = command.opts<{ search: string }>()
    const rows: VehicleRow[] = []
    for (;;) {
      const page = await backend.call('register/list', {
        search,
        sort: 'vin',
        descending: false,
        offset: rows.length,
        limit: pageSize,
      })
      if (!page.ok) return page
      rows.push(...page.value.rows)
      if (page.value.rows.length < pageSize) break
    }
    const { terminal, json, language } = invocation
    if (json) {
      const told = rows.map((row) => ({ ...row, whyText: whyText(row.why, language) }))
      terminal.out(JSON.stringify(told, null, 2))
    } else if (rows.length > 0)
      terminal.out(
        table(
          rows.map((row) => [
            row.vin,
            row.order,
            row.category,
            statusText(row.status, language),
            whyText(row.why, language),
          ]),
        ),
      )
    if (rows.length === 0) terminal.err(say(language, 'no-vehicles'))
    return ok(exitCodes.done)
  })
}
