/** What a run of the tests came to. */
export interface TestCounts {
  readonly passed: number
  readonly failed: number
  /** Full names of the tests that did not run; each name says why. */
  readonly skipped: readonly string[]
}

/** The last line of `npm test`, in one form that people and machines read: `12 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }: TestCounts): string {
  const line = `${passed} passed, ${failed} failed`
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`
}
