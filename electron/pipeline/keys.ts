import type { KeyView } from '../../shared/record/views.ts'
import type { Result } from '../../shared/result.ts'
import { describeKeys } from '../signature/open-key.ts'
import type { Workspace } from '../workspace.ts'
import { rememberedKeyFiles } from './key-files.ts'

/** Key files and tokens that this machine offers now: the usual modules, those given, and files used before. */
export async function offeredKeys(
  workspace: Workspace,
  input: { readonly files: readonly string[]; readonly modules: readonly string[] },
): Promise<Result<readonly KeyView[]>> {
  const files = [...new Set([...rememberedKeyFiles(workspace), ...input.files])]
  return describeKeys({ files, modules: input.modules }, workspace.ports.spawn)
}
