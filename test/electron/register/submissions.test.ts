import { expect, test } from 'vitest'
import { keepDocument } from '../../../electron/register/documents.ts'
import {
  addSubmission,
  attemptsOf,
  beginAttempt,
  endAttempt,
  findInterruptedAttempts,
} from '../../../electron/register/submissions.ts'
import { aRegister, aVehicle, noon } from './a-register.ts'

test('an attempt that never ended is found after a crash, one that ended is not', async () => {
  const register = await aRegister()
  const { certificateId } = aVehicle(register)
  const sha256 = keepDocument(register.db, new Uint8Array([1]), 'signed', noon)
  const submission = addSubmission(register.db, { certificateId, nap: 'demo', reference: 'r', sha256 }, noon)
  const first = beginAttempt(register.db, submission, noon)
  endAttempt(register.db, first.id, { outcome: 'failed' }, noon)
  const second = beginAttempt(register.db, submission, noon)
  expect(second.number).toBe(2)
  expect(findInterruptedAttempts(register.db)).toEqual([{ id: second.id, certificateId }])
  expect(attemptsOf(register.db, certificateId).map(({ outcome }) => outcome)).toEqual(['failed', 'pending'])
})
