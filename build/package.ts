import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { buildDesktop, buildScreens } from './bundles.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * `npm run package -- [--linux|--win|--mac] [--dir]`: builds everything and makes the installers of this system in
 * `out/`. Arguments go to electron-builder, which checks its configuration before it begins.
 */
await buildScreens()
await buildDesktop()
const done = spawnSync(
  process.execPath,
  [
    'node_modules/electron-builder/cli.js',
    '--config',
    'build/electron-builder.json',
    '--publish',
    'never',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit' },
)
process.exitCode = done.status ?? 1
