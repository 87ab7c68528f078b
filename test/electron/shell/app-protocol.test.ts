import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerAppScheme, serveScreens } from '../../../electron/shell/app-protocol.ts'
import { protocol } from '../../fakes/electron.ts'

let folder: string
const get = async (url: string): Promise<Response> => {
  const handler = protocol.handlers.get('app')
  if (!handler) throw new Error('the scheme is not served')
  return handler({ url })
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bodymark-app-'))
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html>')
  writeFileSync(join(folder, 'renderer', 'assets', 'a.js'), 'export {}')
  writeFileSync(join(folder, 'secret.json'), '{}')
  serveScreens(join(folder, 'renderer'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the app’s own scheme', () => {
  it('is a secure origin of its own', () => {
    registerAppScheme()
    expect(protocol.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    ])
  })

  it('serves page and scripts with their types and a policy', async () => {
    for (const [url, type] of [
      ['app://bodymark/', 'text/html; charset=utf-8'],
      ['app://bodymark/index.html', 'text/html; charset=utf-8'],
      ['app://bodymark/assets/a.js?v=1', 'text/javascript; charset=utf-8'],
    ] as const) {
      const response = await get(url)
      expect(response.status, url).toBe(200)
      expect(response.headers.get('content-type')).toBe(type)
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'")
    }
  })

  it.each([
    'app://bodymark/../secret.json',
    'app://bodymark/%2e%2e/secret.json',
    'app://bodymark/..%2fsecret.json',
    'app://bodymark/assets/..%5c..%5csecret.json',
    'app://bodymark/%00/index.html',
    'app://bodymark/%zz',
    'app://bodymark/missing.js',
    'app://bodymark/assets',
    'app://other/index.html',
    'https://bodymark/index.html',
  ])('serves no %s', async (url) => {
    expect((await get(url)).status).toBe(404)
  })
})
