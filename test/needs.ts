import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const inCi = process.env.CI === 'true'

/**
 * In CI a missing tool is a failure, so the test runs there and fails with the tool's own message. Debian's packages
 * bring every tool; Windows and macOS have none for some of them.
 */
const mustHave = inCi && process.platform === 'linux'

function onPath(tool: string): boolean {
  return spawnSync(process.platform === 'win32' ? 'where' : 'which', [tool]).status === 0
}

/** True where a test must be skipped because a system tool is missing; its name should say which one. */
export function lacksTool(tool: string): boolean {
  return !mustHave && !onPath(tool)
}

/** GitHub's machines have the checkout alone: the official files may not be handed on. */
const onGitHub = process.env.GITHUB_ACTIONS === 'true'

/** The folder of the official schema, examples and facts beside the checkout. */
export const sharedFolder = fileURLToPath(new URL('../../shared/', import.meta.url))

/** True where a test must be skipped because the official files are not beside the checkout. */
export const lacksShared = !(inCi && !onGitHub) && !existsSync(sharedFolder)
