import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Three suites: `unit` mirrors the source tree, `journeys` drives the built app in Chromium, `desktop` drives it in
 * Electron where its binary is present.
 */
export default defineConfig({
  root,
  test: {
    maxWorkers: 2,
    reporters: ['default'],
    projects: [
      {
        root,
        // The real package would fetch a desktop runtime; a runtime is not what these tests look at.
        resolve: { alias: [{ find: /^electron$/, replacement: `${root}test/fakes/electron.ts` }] },
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/journeys/**', 'test/electron-app/**'],
          retry: 1,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        root,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          // A window on a busy machine takes its time.
          expect: { poll: { timeout: 20_000 } },
          // A stalled machine may fail a test once; a fault fails it every time.
          retry: 2,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        root,
        test: {
          name: 'desktop',
          include: ['test/electron-app/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
