import type { PaperPlace, PaperScan } from '../../shared/paper/scan.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'

/**
 * `2` where one scan is attached, else `front.pdf:2`. Problems: `page-unreadable` {text}, `page-of-which-scan` {page,
 * names, example}, `paper-scan-none-named` {name, names}.
 */
export function readPage(text: string, scans: readonly PaperScan[]): Result<Omit<PaperPlace, 'file'>> {
  const match = /^(?:(.+):)?([1-9]\d{0,3})$/.exec(text)
  if (!match) return fail(problem('page-unreadable', { text }, {}, false))
  const current = scans.filter(({ replaced }) => !replaced)
  const [, name, page] = match
  const [only, another] = name === undefined ? current : current.filter((scan) => scan.name === name)
  const names = current.map((scan) => scan.name).join(', ') || '–'
  if (only && another && name === undefined)
    return fail(
      problem('page-of-which-scan', { page: text, names, example: `${only.name}:${page}` }, {}, false),
    )
  if (!only) {
    return fail(problem('paper-scan-none-named', { name: name ?? text, names }, {}, false))
  }
  return ok({ sha256: only.sha256, page: Number(page) })
}
