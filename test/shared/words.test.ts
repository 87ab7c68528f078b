import { expect, test } from 'vitest'
import { problem } from '../../shared/problem.ts'
import { problemLine, problemPart } from '../../shared/words.ts'

const refused = problem('check-refused', { count: 2, field: 'CocDataGroup/MassGroup/ActualMass' })

test('a problem names its field in words and by its item, in both languages', () => {
  expect(problemPart(refused, 'explanation', 'en')).toBe(
    'The first one concerns the field Actual mass of this vehicle (13.2).',
  )
  expect(problemPart(refused, 'explanation', 'de')).toContain('(13.2)')
  expect(problemLine(refused, 'en')).not.toContain('CocDataGroup')
})

test('a field that is no path stays as it was written', () => {
  const unknown = problem('company-field-unknown', { field: 'Fax' })
  expect(problemPart(unknown, 'heading', 'en')).toContain('Fax')
})

test('states and roles are called as the screens call them, other words of these names stay', () => {
  const frozen = problem('certificate-frozen', { status: 'signed' })
  expect(problemPart(frozen, 'heading', 'en')).toContain('“Signed”')
  expect(problemPart(frozen, 'heading', 'de')).toContain('„Signiert“')
  const missing = problem('role-missing', { role: 'signer', person: 'Ada' })
  expect(problemPart(missing, 'explanation', 'de')).toContain('„Unterzeichner“')
  const http = problem('nap-request-refused', { status: 500 })
  expect(problemLine(http, 'en')).not.toContain('“')
})

test('a moment is told as people read it, whatever the field is called', () => {
  const expired = problem('certificate-expired', { subject: 'CN=A', notAfter: '2025-01-01T00:00:00.000Z' })
  expect(problemPart(expired, 'explanation', 'en')).toContain('2025-01-01 00:00 UTC')
  expect(problemPart(expired, 'explanation', 'de')).not.toContain('T00:00')
})

test('a day is told in words, what no calendar has as it was typed', () => {
  const typed = (value: string) =>
    problemPart(problem('cell-no-date', { value, form: 'dd.mm.yyyy' }), 'explanation', 'en')
  expect(typed('2026-03-17')).toContain('17 Mar 2026')
  expect(typed('2026-02-31')).toContain('2026-02-31')
  expect(typed('2026-13-01')).toContain('2026-13-01')
})

test('of several fields each is named in words', () => {
  const paths = 'CocDataGroup/Type, CocDataGroup/ManufacturerTable/ManufacturerGroup[1]/ManufacturerName'
  const text = problemPart(problem('paper-base-lacks', { paths, count: 2 }), 'explanation', 'de')
  expect(text).toContain('Typ (0.2), ')
  expect(text).not.toContain('CocDataGroup')
})
