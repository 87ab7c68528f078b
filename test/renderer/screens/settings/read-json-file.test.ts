import { describe, expect, it } from 'vitest'
import { readJsonFile } from '../../../../renderer/screens/settings/read-json-file.ts'

describe('a definition that somebody chose', () => {
  it('is read, or told with the line on which it stops being JSON', async () => {
    expect(await readJsonFile(new File(['{"id": "x"}'], 'a.json'))).toEqual({ ok: true, value: { id: 'x' } })
    expect(await readJsonFile(new File(['{\n"id" "x"}'], 'a.json'))).toMatchObject({
      problem: { code: 'definition-not-json', where: { file: 'a.json', line: 2 } },
    })
  })

  it('is not read where no definition is as big', async () => {
    expect(await readJsonFile(new File(['x'.repeat(6 * 1024 * 1024)], 'big.json'))).toMatchObject({
      problem: { code: 'document-too-big', args: { size: '6 MB', limit: '5 MB' } },
    })
  })
})
