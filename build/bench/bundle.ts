import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const build = fileURLToPath(new URL('..', import.meta.url))

export interface Bundles {
  /** The backend's entry, as an installed app starts it. */
  readonly backend: string
  /** Folder of the built screens. */
  readonly screens: string
}

/**
 * Builds what ships into a folder of the measurements' own, so that nothing stale is measured and nothing that runs is
 * disturbed. The folder must lie in the checkout: packages with binaries stay outside of bundles and are found upwards.
 */
export async function buildBundles(dir: string): Promise<Bundles> {
  const { build: bundle } = await import('vite')
  const outDir = join(dir, 'dist')
  const screens = join(outDir, 'renderer')
  const into = (name: string, folder: string) =>
    bundle({
      configFile: join(build, name),
      logLevel: 'error',
      build: { outDir: folder, reportCompressedSize: false },
    })
  await into('vite.backend.config.ts', outDir)
  await into('vite.renderer.config.ts', screens)
  return { backend: join(outDir, 'backend', 'backend.js'), screens }
}
