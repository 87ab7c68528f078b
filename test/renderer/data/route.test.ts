import { expect, it } from 'vitest'
import { parseRoute, type Route, routeAddress } from '../../../renderer/data/route.ts'

it.each<Route>([
  { screen: 'register' },
  { screen: 'sign', ids: [3, 17] },
  { screen: 'vehicle', id: 12 },
  { screen: 'compare' },
  { screen: 'compare', ids: [3, 17] },
  { screen: 'compare', left: '12@3', right: '12' },
  { screen: 'compare', run: 2, pair: 0, field: 'CocDataGroup/MassGroup/ActualMass' },
  { screen: 'quotation', id: 7 },
  { screen: 'quotation', id: undefined },
  { screen: 'vehicle', id: 12, path: 'CocDataGroup/AxleTable/AxleGroup[2]/AxleSpacing', panel: 'compare' },
])('an address leads back to where it came from: %j', (route) => {
  expect(parseRoute(routeAddress(route))).toEqual(route)
})

it.each(['', '#', '#/nowhere', '#/vehicle/abc', '#/vehicle'])('%s leads to the register', (hash) => {
  expect(parseRoute(hash)).toEqual({ screen: 'register' })
})
