import type { Input } from '../../shared/ipc-contract.ts'
import { type Figure, rounded } from './figure.ts'
import { fleetProfileId } from './fleet.ts'
import { inTurn } from './measure.ts'
import type { Bench } from './open-bench.ts'
import { setUp } from './set-up.ts'
import { writeDeliveryList } from './write-delivery-list.ts'

const limit = 100

/** The register's first page and its search where it holds so many vehicles, all assessed. */
export async function measureRegister(
  { workspace, ask }: Bench,
  file: string,
  vehicles: number,
  rounds: number,
): Promise<readonly Figure[]> {
  await setUp(ask)
  await writeDeliveryList(file, vehicles)
  await ask('intake/import', { file: { path: file }, profile: fleetProfileId })
  await workspace.idle()
  const list = (query: Input<'register/list'>) => () => ask('register/list', query)
  // In the fleet's VINs 18B stands in every one, 432 in some of them.
  const [every, some] = ['18B', '432']
  const found = async (search: string): Promise<number> => (await ask('register/list', { search })).total
  const times = await inTurn(
    {
      first: list({}),
      some: list({ search: some }),
      every: list({ search: every }),
      sorted: list({ search: every, sort: 'vin', descending: false, only: 'errors' }),
    },
    { rounds, warmUp: 5 },
  )
  const figure = (name: string, value: number, also?: Figure['also']): Figure => ({
    name: `${name}, ${vehicles} vehicles`,
    value: rounded(value),
    unit: 'ms',
    runs: rounds,
    limit,
    ...(also ? { also } : {}),
  })
  return [
    figure('register: first page of 100 with counts', times.first),
    figure('register: search for three letters in the middle of a VIN', times.some, {
      found: await found(some),
    }),
    figure('register: the same where every vehicle is found', times.every, {
      found: await found(every),
      withErrorsByVinMilliseconds: rounded(times.sorted),
    }),
  ]
}
