import type { Handlers } from '../../shared/ipc-contract.ts'
import type { releaseChannels } from '../../shared/releases/channels.ts'
import { ok } from '../../shared/result.ts'
import { assessAll } from '../pipeline/assess.ts'
import {
  addRelease,
  compareKnown,
  placeReleaseFields,
  releaseForm,
  releaseRows,
  useRelease,
} from '../pipeline/releases.ts'
import type { Workspace } from '../workspace.ts'

/** Releases of the message: their part of the contract's body. */
export function releaseHandlers(workspace: Workspace): Pick<Handlers, keyof typeof releaseChannels> {
  return {
    'release/list': async () => ok(releaseRows(workspace)),
    'release/get': async ({ release }) => releaseForm(workspace, release),
    'release/add': async (input) => {
      const added = await addRelease(workspace, input)
      if (added.ok) workspace.later(() => assessAll(workspace))
      return added
    },
    'release/compare': async ({ from, to }) => compareKnown(workspace, from, to),
    'release/use': async ({ release, drafts }) => {
      const used = useRelease(workspace, release, drafts)
      if (used.ok) workspace.later(() => assessAll(workspace))
      return used
    },
    'release/place': async ({ release, places }) =>
      placeReleaseFields(
        workspace,
        release,
        places.map(({ path, section, after }) =>
          after === undefined ? { path, section } : { path, section, after },
        ),
      ),
  }
}
