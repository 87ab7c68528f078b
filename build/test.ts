import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closingLine, type TestCounts } from './closing-line.ts'

/**
 * All that `npm test` proves: format and lint, types, the renderer's build (the journeys open it), then both suites.
 * One failing part does not hide the others. Arguments go to vitest: `npm test -- test/shared`.
 */
const root = fileURLToPath(new URL('..', import.meta.url))

const checks: readonly { readonly name: string; readonly args: readonly string[] }[] = [
  {
    name: 'format and lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--config-path=build/lint.json'],
  },
  { name: 'types', args: ['node_modules/typescript/bin/tsc'] },
  {
    name: 'renderer build',
    args: [
      'node_modules/vite/bin/vite.js',
      'build',
      '--config',
      'build/vite.renderer.config.ts',
      '--logLevel',
      'warn',
    ],
  },
]

function runNode(args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const done = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return done.status === 0
}

function runVitest(filters: readonly string[]): TestCounts {
  const folder = mkdtempSync(join(tmpdir(), 'bodymark-test-'))
  const file = join(folder, 'counts.json')
  try {
    const passed = runNode(
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'build/vitest.config.ts',
        '--reporter=default',
        '--reporter=./build/count-tests.ts',
        ...filters,
      ],
      { BODYMARK_TEST_COUNTS: file },
    )
    const counts: TestCounts = JSON.parse(readFileSync(file, 'utf8'))
    // A crash of the runner, or no test at all, must not look like success.
    const nothingRan = counts.passed + counts.failed === 0
    return (passed || counts.failed > 0) && !nothingRan ? counts : { ...counts, failed: counts.failed + 1 }
  } catch {
    return { passed: 0, failed: 1, skipped: [] }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const results = checks.map(({ name, args }) => {
  process.stdout.write(`\n== ${name}\n`)
  return { name, passed: runNode(args) }
})
process.stdout.write('\n== tests\n')
const tests = runVitest(process.argv.slice(2))

const failedChecks = results.filter(({ passed }) => !passed)
const counts: TestCounts = {
  passed: tests.passed + results.length - failedChecks.length,
  failed: tests.failed + failedChecks.length,
  skipped: tests.skipped,
}
if (tests.skipped.length > 0) {
  process.stdout.write(`\nSkipped:\n${tests.skipped.map((name) => `  - ${name}\n`).join('')}`)
}
for (const { name } of failedChecks) process.stdout.write(`Failed check: ${name}\n`)
process.stdout.write(`\n${closingLine(counts)}\n`)
process.exitCode = counts.failed === 0 ? 0 : 1
