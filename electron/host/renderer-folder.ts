import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of the built screens, or undefined where they were not built. From sources this file lies two folders
 * below the checkout; the bundler puts it into `dist/backend`, beside `dist/renderer`.
 */
export function findRendererFolder(): string | undefined {
  const here = import.meta.dirname
  const candidates = [join(here, '..', '..', 'dist', 'renderer'), join(here, '..', 'renderer')]
  return candidates.find((folder) => existsSync(join(folder, 'index.html')))
}
