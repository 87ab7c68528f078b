import type { Handlers } from '../../shared/ipc-contract.ts'
import type { paperChannels } from '../../shared/record/paper-channels.ts'
import { ok } from '../../shared/result.ts'
import {
  openPaperBase,
  paperBaseOfVehicle,
  paperBaseRows,
  paperBaseView,
  setPaperValues,
  usePaperBase,
} from '../pipeline/paper-bases.ts'
import { attachPaperScan, paperScanFile, paperScanPages, setPaperScanAside } from '../pipeline/paper-scans.ts'
import type { Workspace } from '../workspace.ts'

/** Bases on paper: their part of the contract's body. */
export function paperHandlers(workspace: Workspace): Pick<Handlers, keyof typeof paperChannels> {
  return {
    'paper-base/open': async ({ vehicle, like }) => openPaperBase(workspace, vehicle, like),
    'paper-base/of-vehicle': async ({ vehicle }) => paperBaseOfVehicle(workspace, vehicle),
    'paper-base/list': async () => ok(paperBaseRows(workspace)),
    'paper-base/get': async ({ id }) => paperBaseView(workspace, id),
    'paper-base/set-values': async ({ id, values }) => setPaperValues(workspace, id, values),
    'paper-base/use': async ({ id }) => usePaperBase(workspace, id),
    'paper-base/attach': async ({ id, file, instead }) => attachPaperScan(workspace, id, file, instead),
    'paper-base/set-scan-aside': async ({ scan }) => setPaperScanAside(workspace, scan),
    'paper-base/scan': async ({ scan }) => paperScanFile(workspace, scan),
    'paper-base/scan-pages': async ({ scan }) => paperScanPages(workspace, scan),
  }
}
