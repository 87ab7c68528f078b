import type { Handlers } from '../../shared/ipc-contract.ts'
import { ok } from '../../shared/result.ts'
import type { templateChannels } from '../../shared/template/channels.ts'
import { makeTemplate } from '../pipeline/template.ts'
import { language } from '../pipeline/workspace-view.ts'
import type { Workspace } from '../workspace.ts'

/** Spreadsheet templates: their part of the contract's body. */
export function templateHandlers(workspace: Workspace): Pick<Handlers, keyof typeof templateChannels> {
  return {
    'template/make': async (wish) => {
      const made = await makeTemplate(wish, language(workspace), workspace.releases.inUse)
      if (!made.ok) return made
      const { name, bytes, columns } = made.value
      return ok({ name, base64: Buffer.from(bytes).toString('base64'), columns })
    },
  }
}
