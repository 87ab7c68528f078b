import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { extractAll, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDesktop, refreshScreens } from '../../build/bundles.ts'
import { makePlaceholderRuntime } from './placeholder-runtime.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const { version: electronVersion } = createRequire(import.meta.url)('electron/package.json') as {
  readonly version: string
}

/** On the other systems the workflow makes real installers; a stand-in for their runtime would prove less. */
const elsewhere = process.platform !== 'linux'
const reason = elsewhere ? ' (skipped: the stand-in runtime is one for Linux)' : ''

/** Everything of an installer but Electron's own binary, which is a stand-in here. */
let folder = ''
let app: string
let extracted: string

beforeAll(async () => {
  if (elsewhere) return
  folder = mkdtempSync(join(tmpdir(), 'bodymark-package-'))
  await refreshScreens(() => {})
  await buildDesktop()
  const done = spawnSync(
    process.execPath,
    [
      'node_modules/electron-builder/cli.js',
      ...['--config', 'build/electron-builder.json', '--publish', 'never', '--linux', '--dir'],
      `-c.electronDist=${makePlaceholderRuntime(join(folder, 'runtime'), electronVersion)}`,
      `-c.directories.output=${join(folder, 'out')}`,
    ],
    { cwd: root, encoding: 'utf8' },
  )
  if (done.status !== 0) throw new Error(`${done.stdout}\n${done.stderr}`)
  app = join(folder, 'out', 'linux-unpacked')
  extracted = join(folder, 'extracted')
  extractAll(join(app, 'resources', 'app.asar'), extracted)
}, 180_000)
afterAll(() => {
  if (folder) rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(elsewhere)(`the packaged app${reason}`, () => {
  it('has its fuses set: no Node for the asking, no other app than its own', async () => {
    const wire = await getCurrentFuseWire(join(app, 'bodymark'))
    const state = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE
    expect({
      runAsNode: state(FuseV1Options.RunAsNode),
      nodeOptions: state(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: state(FuseV1Options.EnableNodeCliInspectArguments),
      fileProtocol: state(FuseV1Options.GrantFileProtocolExtraPrivileges),
      cookieEncryption: state(FuseV1Options.EnableCookieEncryption),
      asarIntegrity: state(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: state(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      inspect: false,
      fileProtocol: false,
      cookieEncryption: true,
      asarIntegrity: true,
      onlyAsar: true,
    })
  })

  it('holds the bundles, the three packages that carry binaries and the typeface for paper, and nothing else', () => {
    const files = listPackage(join(app, 'resources', 'app.asar'), { isPack: false }).map((file) =>
      file.replaceAll('\\', '/'),
    )
    const tops = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')))
    expect([...tops].toSorted()).toEqual([
      'dist',
      'dist/backend',
      'dist/renderer',
      'dist/shell',
      'node_modules',
      'node_modules/@expo-google-fonts',
      'node_modules/better-sqlite3',
      'node_modules/libxml2-wasm',
      'node_modules/pkcs11js',
      'package.json',
    ])
    expect(files.filter((file) => /\.(ts|map)$/.test(file))).toEqual([])
    expect(files.filter((file) => /@expo-google-fonts\/.*\.ttf$/.test(file))).toHaveLength(2)
    expect(files.filter((file) => file.includes('/prebuilds/') && file.endsWith('.node'))).toHaveLength(1)
  })

  it('keeps libraries of the system outside of the archive, where they can be loaded', () => {
    const unpacked = join(app, 'resources', 'app.asar.unpacked', 'node_modules')
    expect(existsSync(join(unpacked, 'better-sqlite3', 'prebuilds', `linux-${process.arch}.node`))).toBe(true)
    expect(existsSync(join(unpacked, 'pkcs11js', 'build', 'Release', 'pkcs11.node'))).toBe(true)
  })

  it('has a preload that asks for electron alone, as a sandbox allows', () => {
    const preload = readFileSync(join(extracted, 'dist', 'shell', 'preload.cjs'), 'utf8')
    const required = [...preload.matchAll(/require\(["'`]([^"'`]+)["'`]\)/g)].map(([, name]) => name)
    expect(new Set(required)).toEqual(new Set(['electron']))
    expect(preload).not.toMatch(/^import /m)
  })

  it('imports Electron in its shell and nowhere in its backend', () => {
    const imports = (file: string): boolean =>
      /from ["']electron["']|require\(["']electron["']\)/.test(
        readFileSync(join(extracted, 'dist', file), 'utf8'),
      )
    expect(imports('shell/main.js')).toBe(true)
    expect(imports('backend/backend.js')).toBe(false)
    expect(imports('backend/worker-main.js')).toBe(false)
  })
})

describe.skipIf(elsewhere)(`the packaged backend under Node 24${reason}`, () => {
  let backend: ChildProcess
  let url: URL
  let session: string

  const post = async (path: string, body: unknown): Promise<unknown> => {
    const response = await fetch(new URL(path, url.origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${session}` },
      body: JSON.stringify(body),
    })
    return response.json()
  }

  beforeAll(async () => {
    backend = spawn(
      process.execPath,
      [join(extracted, 'dist', 'backend', 'backend.js'), '--workspace', join(folder, 'workspace')],
      // Away from the checkout: nothing of it may be needed.
      { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] },
    )
    if (!backend.stdout) throw new Error('no output')
    const lines = createInterface({ input: backend.stdout })
    const [line] = (await Promise.race([
      new Promise((resolve) => lines.once('line', (text) => resolve([text]))),
      new Promise((_resolve, reject) =>
        backend.once('exit', (code) => reject(new Error(`the backend ended with ${code}`))),
      ),
    ])) as [string]
    url = new URL((JSON.parse(line) as { url: string }).url)
    session = ''
    const opened = await post('/session', { token: url.hash.replace('#token=', '') })
    session = (opened as { session: string }).session
  })
  afterAll(async () => {
    const ended = new Promise((resolve) => backend.once('exit', resolve))
    backend.kill('SIGTERM')
    await ended
  })

  it('opens a workspace and answers a channel of the contract', async () => {
    expect(await post('/api/workspace/get', {})).toMatchObject({
      ok: true,
      value: { path: join(folder, 'workspace') },
    })
  })

  it('serves the packaged screens', async () => {
    const page = await (await fetch(url.origin)).text()
    expect(page).toContain('<div id="root">')
    const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(page)?.[1] ?? ''
    expect((await fetch(new URL(script, url.origin))).status).toBe(200)
  })

  it('starts its workers from the bundle', async () => {
    const file = {
      name: 'list.csv',
      base64: Buffer.from('VIN;Order\nWZ9TIP35000000101;A-1\n').toString('base64'),
    }
    const json = {
      id: 'plain',
      version: 1,
      name: 'Plain list',
      columns: [
        { headers: ['VIN'], to: 'vin', required: true },
        { headers: ['Order'], to: 'order' },
      ],
    }
    expect(await post('/api/profile/save', { json })).toMatchObject({ ok: true })
    expect(await post('/api/intake/preview', { file, profile: 'plain' })).toMatchObject({
      ok: true,
      value: { rows: [{ row: 2, cells: ['WZ9TIP35000000101', 'A-1'] }] },
    })
  })
})
