import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Builder {
  validateConfiguration(config: unknown, log: { readonly isEnabled: boolean }): Promise<void>
}

/** electron-builder's own check of a configuration against its own schema. */
const require = createRequire(import.meta.url)
const { validateConfiguration } = createRequire(require.resolve('electron-builder'))(
  'app-builder-lib/out/util/config/config',
) as Builder

const read = () =>
  JSON.parse(
    readFileSync(fileURLToPath(new URL('../../build/electron-builder.json', import.meta.url)), 'utf8'),
  ) as Record<string, unknown> & { readonly electronFuses: Readonly<Record<string, boolean>> }
const check = (config: unknown): Promise<void> => validateConfiguration(config, { isEnabled: false })

describe('the configuration of the installers', () => {
  it('is one that electron-builder’s own schema accepts', async () => {
    await expect(check(read())).resolves.toBeUndefined()
  })

  it.each([
    ['a word that it does not know', { ...read(), electronFuse: {} }],
    ['an unknown fuse', { ...read(), electronFuses: { ...read().electronFuses, runAsNod: false } }],
    ['an option of another system', { ...read(), linux: { hardenedRuntime: true } }],
  ])('would be refused with %s', async (_name, config) => {
    await expect(check(config)).rejects.toThrow()
  })

  it('makes an installer for each system', () => {
    const { win, mac, linux } = read() as unknown as Record<string, { readonly target: readonly string[] }>
    expect(win?.target).toContain('nsis')
    expect(mac?.target).toContain('dmg')
    expect(linux?.target).toEqual(expect.arrayContaining(['AppImage', 'deb']))
  })
})
