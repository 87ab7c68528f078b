import { isCode } from './codes.ts'
import { type Found, found, plain, set } from './found.ts'
import type { Reading } from './reading.ts'

/** Rule 80: vehicles of a small series carry its year and their number in it. */
export function* smallSeriesNumbered(own: Reading): Iterable<Found> {
  const type = own.text('approvalType')
  const year = own.number('seriesYear')
  if (type && isCode('smallSeries', type.value)) {
    for (const name of ['seriesYear', 'seriesNumber'] as const) {
      if (!own.has(name)) yield found('small-series-lacks', [own.at(name), type], { type: type.value })
    }
  }
  const built = own.date('manufactureDate')
  if (!year || !built || built.value.slice(0, 4) === plain(year.value).padStart(4, '0')) return
  const args = { year: plain(year.value), built: built.value }
  yield found('small-series-year', [year, built], args, set(year, built.value.slice(0, 4)))
}

/** Rule 81: a provisional approval holds where its territory says. */
export function* provisionalTerritory(own: Reading): Iterable<Found> {
  const provisional = own.text('provisional')
  const territories = own.rows('provisionalTerritories').length
  if (!provisional) return
  if (provisional.value === 'Y' && territories === 0) {
    yield found('provisional-without-territory', [own.at('provisionalTerritories'), provisional])
  }
  if (provisional.value !== 'Y' && territories > 0) {
    const at = [provisional, own.at('provisionalTerritories')] as const
    yield found('territory-without-provisional', at, {}, set(provisional, 'Y'))
  }
}
