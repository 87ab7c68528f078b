import { expect, test } from 'vitest'
import { readPage } from '../../../electron/cli/page-option.ts'
import type { PaperScan } from '../../../shared/paper/scan.ts'

const scan = (name: string, replaced = false): PaperScan => ({
  id: 1,
  name,
  kind: 'PDF',
  sha256: name,
  pages: 4,
  hasText: true,
  person: 'Ada Lindt',
  addedAt: '2026-11-22T10:00:00.000Z',
  replaced,
})

test('a page is a number where one scan is attached, and stands behind its name where there are several', () => {
  const one = [scan('old.pdf', true), scan('coc.pdf')]
  expect(readPage('2', one)).toMatchObject({ ok: true, value: { sha256: 'coc.pdf', page: 2 } })
  const two = [...one, scan('back: side.pdf')]
  expect(readPage('back: side.pdf:1', two)).toMatchObject({ value: { sha256: 'back: side.pdf', page: 1 } })
  expect(readPage('2', two)).toMatchObject({
    problem: { code: 'page-of-which-scan', args: { page: '2', example: 'coc.pdf:2' } },
  })
  expect(readPage('old.pdf:2', two)).toMatchObject({ problem: { code: 'paper-scan-none-named' } })
  for (const text of ['two', '0', '-1', '', 'coc.pdf:', '12345'])
    expect(readPage(text, one)).toMatchObject({ problem: { code: 'page-unreadable' } })
})
