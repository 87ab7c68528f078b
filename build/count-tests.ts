import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import type { TestCounts } from './closing-line.ts'

/**
 * A vitest reporter that leaves the counts in the file named by BODYMARK_TEST_COUNTS, so that `build/test.ts` can
 * close with one line after everything else was printed.
 */
export default class CountTests implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const file = process.env.BODYMARK_TEST_COUNTS
    if (!file) return
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const inState = (state: string): readonly TestCase[] =>
      tests.filter((test) => test.result().state === state)
    // A file that could not be loaded has no tests to fail; it and an error outside of tests count as one each.
    const broken = modules.filter((module) => module.errors().length > 0).length
    const counts: TestCounts = {
      passed: inState('passed').length,
      failed: inState('failed').length + broken + errors.length,
      skipped: [...inState('skipped'), ...inState('pending')].map(({ fullName }) => fullName),
    }
    writeFileSync(file, JSON.stringify(counts))
  }
}
