import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refreshDesktop, refreshScreens } from '../../build/bundles.ts'
import { electronBinary } from '../../build/set-up/desktop-runtime.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const binary = electronBinary(root)
/** Where the suite is asked for by name, a missing binary is a failure. */
const demanded = process.env.BODYMARK_ELECTRON === '1'
const reason = binary ? '' : ' (skipped: Electron’s binary is not installed)'

interface BridgedWindow {
  readonly bodymark: { call(channel: string, input: unknown): Promise<{ readonly ok: boolean }> }
}

describe.skipIf(!binary && !demanded)(`the desktop app in Electron itself${reason}`, () => {
  let folder: string
  let app: ElectronApplication
  let page: Page

  beforeAll(async () => {
    if (!binary) throw new Error('BODYMARK_ELECTRON=1, but Electron’s binary is not installed')
    await refreshScreens(() => {})
    await refreshDesktop(() => {})
    folder = mkdtempSync(join(tmpdir(), 'bodymark-desktop-'))
    app = await _electron.launch({
      executablePath: binary,
      args: [root, '--workspace', join(folder, 'workspace'), `--user-data-dir=${join(folder, 'user')}`],
      timeout: 60_000,
    })
    page = await app.firstWindow()
    await page.waitForLoadState('domcontentloaded')
  })
  afterAll(async () => {
    await app?.close()
    if (folder) rmSync(folder, { recursive: true, force: true })
  })

  it('shows the screens over its own scheme', async () => {
    expect(page.url()).toMatch(/^app:\/\/bodymark\/index\.html/)
    await page.waitForSelector('#root > *')
    mkdirSync(join(root, 'test-results'), { recursive: true })
    await page.screenshot({ path: join(root, 'test-results', 'desktop.png') })
  })

  it('gives its page no Node and one narrow bridge', async () => {
    const seen = await page.evaluate(() => ({
      globals: ['require', 'process', 'Buffer', 'module'].filter((name) => name in globalThis),
      bridge: Object.keys((globalThis as unknown as BridgedWindow).bodymark).toSorted(),
    }))
    expect(seen).toEqual({ globals: [], bridge: ['call', 'on', 'pathOf'] })
  })

  it('reaches the backend through the bridge, and no channel beside the contract’s', async () => {
    const call = (channel: string) =>
      page.evaluate((name) => (globalThis as unknown as BridgedWindow).bodymark.call(name, {}), channel)
    expect(await call('workspace/get')).toMatchObject({ ok: true })
    expect(await call('no/such')).toMatchObject({ ok: false, problem: { code: 'channel-unknown' } })
  })

  it('starts its workers, though a program of Electron may start no Node', async () => {
    const file = join(folder, 'list.csv')
    writeFileSync(file, 'VIN;Order\nWZ9TIP35000000101;A-1\n')
    const answer = await page.evaluate(
      (path) =>
        (globalThis as unknown as BridgedWindow).bodymark.call('intake/preview', {
          file: { path },
          profile: 'none',
        }),
      file,
    )
    // Whether the profile is known or not: an answer of the pipeline, and not a lost backend.
    expect(answer).not.toMatchObject({ problem: { code: 'backend-unreachable' } })
    expect(answer).not.toMatchObject({ problem: { code: 'unexpected' } })
  })

  it('goes nowhere else', async () => {
    const before = app.windows().length
    await page.evaluate(() => {
      window.open('https://example.invalid/')
      window.location.href = 'https://example.invalid/'
    })
    expect(page.url()).toMatch(/^app:\/\/bodymark\//)
    expect(app.windows()).toHaveLength(before)
    const fetched = page.evaluate(() =>
      fetch('https://example.invalid/').then(
        () => 'fetched',
        () => 'refused',
      ),
    )
    expect(await fetched).toBe('refused')
  })
})
