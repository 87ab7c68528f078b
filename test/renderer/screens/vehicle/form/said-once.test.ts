import { describe, expect, it } from 'vitest'
import { saidOnce } from '../../../../../renderer/screens/vehicle/form/said-once.ts'
import type { Finding } from '../../../../../shared/rules/finding.ts'

const field = 'AxleWithTwinWheelsInd'
const at = (row: number, code = 'unstated'): Finding => {
  const path = `CocDataGroup/AxleTable/AxleGroup[${row}]/${field}`
  return { rule: 'schema', severity: 'warning', path, paths: [path], code, args: {} }
}

describe('findings beside a table', () => {
  it('what several axles lack is said once, with the axles', () => {
    const said = saidOnce([at(1), at(2), at(3)], 'en')
    expect(said).toHaveLength(1)
    expect(said[0]?.rows).toEqual(['Axle 1', 'Axle 2', 'Axle 3'])
  })

  it('what differs stays apart', () => {
    expect(saidOnce([at(1), at(2, 'other')], 'de').map(({ rows }) => rows)).toEqual([
      ['Achse 1'],
      ['Achse 2'],
    ])
  })
})
