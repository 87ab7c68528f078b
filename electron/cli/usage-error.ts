import type { Command } from 'commander'
import type { Problem } from '../../shared/problem.ts'

/** A command line that no verb understands: why, and the verb whose usage helps. */
export class UsageError extends Error {
  readonly problem: Problem
  readonly command: Command

  constructor(because: Problem, command: Command) {
    super(because.code)
    this.problem = because
    this.command = command
  }
}

/** `bodymark base add`: a verb with those that it stands under. */
export function fullName(command: Command): string {
  return command.parent ? `${fullName(command.parent)} ${command.name()}` : command.name()
}
