import type { Language } from '../../shared/messages.ts'
import { problem } from '../../shared/problem.ts'
import { fail, type Result } from '../../shared/result.ts'
import type { Workspace } from '../workspace.ts'

export async function approvalPack(
  _workspace: Workspace,
  id: number,
  _language: Language,
): Promise<Result<{ readonly file: string; readonly name: string; readonly html: string }>> {
  return fail(problem('vehicle-unknown', { id }))
}
