import { existsSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The folder of the built screens, or undefined where they were not built. The bundler puts this file below
 * `dist/backend`, beside `dist/renderer`; from sources it lies two folders below the checkout.
 */
export function findRendererFolder(): string | undefined {
  const here = import.meta.dirname
  const candidates = import.meta.filename.endsWith('.ts')
    ? [join(here, '..', '..', 'dist', 'renderer')]
    : [join(here, '..', 'renderer'), join(here, '..', '..', 'renderer')]
  return candidates.find((folder) => existsSync(join(folder, 'index.html')))
}
