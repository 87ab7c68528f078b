import { describe, expect, it } from 'vitest'
import { closingLine } from '../../build/closing-line.ts'

describe('npm test closes with one line', () => {
  it('tells what passed and failed', () => {
    expect(closingLine({ passed: 12, failed: 0, skipped: [] })).toBe('12 passed, 0 failed')
  })

  it('tells of skipped tests only where there are some', () => {
    expect(closingLine({ passed: 3, failed: 1, skipped: ['a', 'b'] })).toBe('3 passed, 1 failed, 2 skipped')
  })
})
