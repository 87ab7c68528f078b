import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/**
 * Left outside of the bundles and shipped as packages: what carries a binary or WebAssembly file of its own.
 */
export const shippedPackages = ['better-sqlite3', 'libxml2-wasm', 'pkcs11js']

const isOutside = (id: string): boolean =>
  id === 'electron' ||
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  shippedPackages.some((name) => id === name || id.startsWith(`${name}/`))

/** Backend, workers, command line and the shell's main process, for Node 24 and Electron alike. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: path('../dist'),
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: {
        'backend/backend': path('../electron/backend.ts'),
        'backend/worker-main': path('../electron/host/worker-main.ts'),
        'backend/cli': path('../electron/cli/main.ts'),
        'shell/main': path('../electron/shell/main.ts'),
      },
      external: isOutside,
      output: {
        format: 'es',
        entryFileNames: '[name].js',
        chunkFileNames: 'backend/chunks/[name]-[hash].js',
      },
    },
  },
})
