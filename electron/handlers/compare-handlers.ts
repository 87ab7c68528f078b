import type { compareChannels } from '../../shared/compare/channels.ts'
import type { Handlers } from '../../shared/ipc-contract.ts'
import { exportCompare } from '../pipeline/compare-export.ts'
import { comparedPair, compareRun, runCompare } from '../pipeline/compare-runs.ts'
import { vehicleDetail } from '../pipeline/detail.ts'
import { redeliver } from '../pipeline/redeliver.ts'
import { versionViews } from '../pipeline/versions.ts'
import type { Workspace } from '../workspace.ts'

/** Comparing messages and the versions of a certificate: their part of the contract's body. */
export function compareHandlers(workspace: Workspace): Pick<Handlers, keyof typeof compareChannels> {
  return {
    'compare/run': (input) => runCompare(workspace, input),
    'compare/get': async ({ run }) => compareRun(workspace, run),
    'compare/pair': async ({ run, pair }) => comparedPair(workspace, run, pair),
    'compare/export': async (input) => exportCompare(workspace, input),
    'vehicle/redeliver': async ({ id, reason }) => {
      const queued = redeliver(workspace, id, reason)
      return queued.ok ? vehicleDetail(workspace, id) : queued
    },
    'vehicle/versions': async ({ id }) => versionViews(workspace, id),
  }
}
