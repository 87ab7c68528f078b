import type { Backend } from '../../../electron/backend-wire.ts'
import { type BackendEvent, type ChannelName, contract, type Handlers } from '../../../shared/ipc-contract.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { problem } from '../../../shared/problem.ts'
import type { Preferences } from '../../../shared/record/preferences.ts'
import { type Status, statuses } from '../../../shared/record/status.ts'
import type { BatchItem, VehicleDetail, VehicleRow, WorkspaceView } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { preview, report } from './fake-intake.ts'
import { findingsOf, treeOf, vehicleDetail } from './fake-vehicles.ts'
import { versionsOf } from './fake-versions.ts'
import { keys, workspace } from './fake-workspace.ts'

export interface FakeBackend extends Backend {
  /** Every call that came, for tests that look at what the screens asked. */
  readonly calls: readonly { readonly channel: string; readonly input: unknown }[]
  emit(event: BackendEvent): void
}

/** Answers the contract from memory, without any rule of the product: good for looking at screens, never more. */
export function createFakeBackend(rows: readonly VehicleRow[], company = workspace.company): FakeBackend {
  const details = new Map<number, VehicleDetail>()
  const listeners = new Set<(event: BackendEvent) => void>()
  const calls: { channel: string; input: unknown }[] = []
  let kept: Preferences = {}
  let view: WorkspaceView = { ...workspace, company }

  const find = (id: number): VehicleDetail | undefined => {
    const known = details.get(id)
    const row = rows.find((each) => each.id === id)
    if (known || !row) return known
    const detail = vehicleDetail(row)
    details.set(id, detail)
    return detail
  }
  const answer = (id: number): Result<VehicleDetail> => {
    const detail = find(id)
    return detail ? ok(detail) : fail(problem('vehicle-unknown', { id }))
  }
  const query = (
    search: string,
    wanted: readonly Status[],
    only: string,
    { ids, nap }: { readonly ids?: readonly number[] | undefined; readonly nap?: string | undefined },
  ): readonly VehicleRow[] =>
    rows.filter(
      (row) =>
        (!ids || ids.includes(row.id)) &&
        (nap === undefined || row.nap === nap) &&
        `${row.vin} ${row.order}`.toLowerCase().includes(search.toLowerCase()) &&
        (wanted.length === 0 || wanted.includes(row.status)) &&
        (only === 'all' ||
          (only === 'errors'
            ? row.findings.error > 0
            : only === 'drift'
              ? row.openDrift > 0
              : row.base === 'missing')),
    )
  const batch = (ids: readonly number[]): readonly BatchItem[] =>
    ids.map((id) => {
      const row = find(id)?.row
      if (!row) return { vin: '', ok: false, status: 'draft', problem: problem('vehicle-unknown') }
      if (row.findings.error > 0) {
        return {
          vin: row.vin,
          ok: false,
          status: row.status,
          problem: problem('not-fit', { count: row.findings.error }),
        }
      }
      return { vin: row.vin, ok: true, status: row.status }
    })

  const handlers: Partial<Handlers> = {
    'workspace/get': async () => ok(view),
    'workspace/set-up': async ({ company: given }) => {
      view = { ...view, company: given.ManufacturerName ?? 'Company' }
      return ok(view)
    },
    'workspace/set-language': async ({ language }) => {
      view = { ...view, language }
      return ok(view)
    },
    'workspace/company': async () =>
      ok({ ManufacturerName: 'Marbach Fahrzeugbau GmbH', ManufacturerPlaceOfResidence: '89231 Neu-Ulm' }),
    'workspace/save-company': async () => ok(view),
    'preferences/get': async () => ok(kept),
    'preferences/save': async (changed) => {
      kept = { ...kept, ...changed }
      return ok(kept)
    },
    'workspace/backup': async () => ok({ file: '/home/jana/Bodymark/backup/2026-04-20.bodymark' }),
    'people/save': async ({ name, roles }) => ok({ id: 9, name, roles, hasPin: false }),
    'people/act-as': async ({ id, pin }) => {
      if (pin === '0000') return fail(problem('person-pin-wrong'))
      view = { ...view, acting: view.people.find((person) => person.id === id) ?? view.acting }
      return ok(view)
    },
    'register/list': async ({ search, statuses: wanted, only, sort, descending, offset, limit, ...part }) => {
      const by = sort === 'attention' ? 'status' : sort
      const found = query(search, wanted, only, part).toSorted((left, right) =>
        left[by].localeCompare(right[by]),
      )
      if (descending) found.reverse()
      const byStatus = Object.fromEntries(statuses.map((status) => [status, 0])) as Record<Status, number>
      for (const row of query(search, [], only, part)) byStatus[row.status] += 1
      return ok({ rows: found.slice(offset, offset + limit), total: found.length, byStatus })
    },
    'register/ids': async ({ search, statuses: wanted, only, ...part }) =>
      ok(query(search, wanted, only, part).map((row) => row.id)),
    'vehicle/get': async ({ id }) => answer(id),
    'vehicle/set-values': async ({ id, values }) => {
      const detail = find(id)
      if (!detail) return answer(id)
      const leaves = new Map(leavesOf(detail.tree))
      const sources = { ...detail.sources }
      for (const { path, value } of values) {
        if (value === null) {
          for (const known of leaves.keys())
            if (known === path || known.startsWith(`${path}/`)) leaves.delete(known)
        } else leaves.set(path, value)
        sources[path] = { kind: 'typed', person: 'Jana Keller', at: new Date().toISOString() }
      }
      const tree = treeOf(leaves)
      details.set(id, { ...detail, tree, sources, findings: findingsOf(tree, detail.row) })
      return answer(id)
    },
    'vehicle/forget-typed': async ({ id }) => answer(id),
    'vehicle/apply-variant': async ({ ids }) => ok(batch(ids)),
    'vehicle/check': async ({ ids }) => ok(batch(ids)),
    'vehicle/sign-off': async ({ id, path, reason }) => {
      const detail = find(id)
      const signOff = { path, person: 'Jana Keller', reason, at: new Date().toISOString() }
      if (detail) {
        details.set(id, {
          ...detail,
          drift: detail.drift.map((item) => (item.path === path ? { ...item, signOff } : item)),
        })
      }
      return ok(signOff)
    },
    'vehicle/correct': async ({ id }) => answer(id),
    'vehicle/withdraw': async ({ id }) => answer(id),
    'base/add': async ({ files }) =>
      ok(
        files.map((file) => ({
          file: 'name' in file ? file.name : file.path,
          problem: problem('base-wrong-vin'),
        })),
      ),
    'intake/preview': async ({ headerRow }) => ok({ ...preview, headerRow: headerRow ?? preview.headerRow }),
    'intake/import': async () => ok(report),
    'sign/keys': async () => ok(keys),
    'sign/run': async ({ ids, pin }) =>
      pin === '1234' ? ok(batch(ids)) : fail(problem('pin-wrong', { triesLeft: 2 })),
    'outbox/sections': async () => {
      const outside = rows.filter(({ status }) => !['draft', 'checked', 'withdrawn'].includes(status))
      const sections = Map.groupBy(outside, ({ nap }) => nap)
      return ok(
        [...sections].map(([nap, all]) => ({
          nap,
          total: all.length,
          waiting: all.filter(({ status }) => status === 'signed' || status === 'queued').length,
          sent: all.filter(({ status }) => status === 'sent').length,
        })),
      )
    },
    'outbox/queue': async ({ ids }) => ok(batch(ids)),
    'outbox/unlock-nap': async () => {
      view = { ...view, naps: view.naps.map((nap) => ({ ...nap, unlocked: true })) }
      return ok(view)
    },
    'outbox/send': async ({ ids }) => ok(batch(ids ?? [])),
    'outbox/decide': async ({ id }) => answer(id),
    'write-back/run': async () =>
      ok([
        {
          source: 'orders-april.xlsx',
          csv: '/home/jana/Bodymark/out/orders-april-results.csv',
          sheet: '/home/jana/Bodymark/out/orders-april.xlsx',
        },
      ]),
    'audit/list': async () => ok(vehicleDetail(rows[0] as VehicleRow).history),
    'audit/verify': async () => ok({ entries: 412, anchors: 6, problems: [] }),
    'vehicle/versions': async ({ id }) => {
      const detail = find(id)
      return ok(detail ? versionsOf(detail) : [])
    },
    'language/list': async () => ok({ added: [], damaged: [] }),
    'language/packs': async () => ok([]),
    'release/list': async () => ok([]),
    'audit/export': async () => ok({ file: '/home/jana/Bodymark/out/audit.zip' }),
  }

  return {
    calls,
    emit: (event) => {
      for (const listener of listeners) listener(event)
    },
    onEvent: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: async () => undefined,
    call: async (channel, input) => {
      calls.push({ channel, input })
      if (!Object.hasOwn(contract, channel)) return fail(problem('channel-unknown', { channel }))
      const parsed = contract[channel as ChannelName].input.safeParse(input)
      if (!parsed.success) return fail(problem('input-refused', { channel, cause: parsed.error.message }))
      const handler = handlers[channel as ChannelName] as
        | ((input: unknown) => Promise<Result<unknown>>)
        | undefined
      return handler ? handler(parsed.data) : fail(problem('channel-unknown', { channel }))
    },
  }
}
