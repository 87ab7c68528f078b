import { expect, test } from 'vitest'
import { tellBatch } from '../../../electron/cli/tell-batch.ts'
import { problem } from '../../../shared/problem.ts'
import type { BatchItem } from '../../../shared/record/views.ts'

function told(items: readonly BatchItem[]): string {
  let out = ''
  const terminal = {
    interactive: false,
    out: (text: string) => {
      out += `${text}\n`
    },
    err: () => {},
    secret: () => Promise.reject(new Error('no secret is asked')),
  }
  tellBatch(items, { workspace: '', json: false, language: 'en', as: '', pinFromStdin: false, terminal })
  return out
}

const gone = problem('token-removed', { name: 'CKR_DEVICE_REMOVED' }, {}, false)
const waiting = (at: number): BatchItem => ({ vin: `VIN${at}`, ok: false, status: 'checked', problem: gone })

test('what ended a batch is told once, with how many wait for the same and what to do', () => {
  const lines = told([
    { vin: 'VIN0', ok: true, status: 'signed' },
    ...Array.from({ length: 400 }, (_, at) => waiting(at + 1)),
    { vin: '', ok: false, status: 'signed', problem: problem('audit-not-anchored') },
    { vin: 'VIN999', ok: false, status: 'draft', problem: problem('drift-open', { count: 1 }) },
  ]).split('\n')
  expect(lines.length).toBeLessThan(12)
  expect(lines[0]).toContain('VIN0')
  expect(lines[1]).toContain('The token is gone')
  expect(lines.join('\n')).toContain('399 more')
  expect(lines.join('\n')).toContain('VIN999')
  expect(lines.filter((line) => line.startsWith('→ Insert the token again'))).toHaveLength(1)
})
