import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeNew, writeOutput } from '../../../electron/cli/write-output.ts'

let dir = ''
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bodymark-output-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

describe('what a command writes with -o', () => {
  it.skipIf(process.platform === 'win32')('goes through a link, such as /dev/stdout, which stays one', () => {
    const [link, file] = [join(dir, 'link'), join(dir, 'file')]
    writeFileSync(file, 'before')
    symlinkSync(file, link)
    expect(writeOutput(link, 'after')).toMatchObject({ ok: true })
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(file, 'utf8')).toBe('after')
  })

  it('never takes away what somebody typed into it; an empty file holds nothing', () => {
    const file = join(dir, 'to-fill-in.json')
    writeFileSync(file, '')
    expect(writeNew(file, 'new')).toMatchObject({ ok: true })
    expect(writeNew(file, 'new')).toMatchObject({ ok: true })
    expect(writeNew(file, 'other')).toMatchObject({ problem: { code: 'output-exists' } })
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(writeNew(file, 'other', true)).toMatchObject({ ok: true })
  })
})
