import type { Handlers } from '../../shared/ipc-contract.ts'
import { ok } from '../../shared/result.ts'
import type { weightChannels } from '../../shared/weights/channels.ts'
import { vehicleDetail } from '../pipeline/detail.ts'
import {
  keepQuotation,
  orderQuotation,
  quotationRows,
  quotationView,
  weighQuotation,
} from '../pipeline/quotations.ts'
import { attachScan, slipScan } from '../pipeline/slip-scans.ts'
import { applyWeighing, keepWeighing, weighingPlan, weighingViews } from '../pipeline/weighings.ts'
import { weightsOfVehicle } from '../pipeline/weights.ts'
import type { Workspace } from '../workspace.ts'

/** Weights, quotations and weighings: their part of the contract's body. */
export function weightHandlers(workspace: Workspace): Pick<Handlers, keyof typeof weightChannels> {
  return {
    'weights/of-vehicle': async ({ id, trials }) => weightsOfVehicle(workspace, id, trials),
    'weights/of-quotation': async ({ json }) => weighQuotation(workspace, json),
    'quotation/save': async (input) => keepQuotation(workspace, input),
    'quotation/list': async () => ok(quotationRows(workspace)),
    'quotation/get': async ({ id }) => quotationView(workspace, id),
    'quotation/to-order': async (input) => {
      const ordered = await orderQuotation(workspace, input)
      return ordered.ok ? vehicleDetail(workspace, ordered.value) : ordered
    },
    'weighing/add': async (input) => keepWeighing(workspace, input),
    'weighing/list': async ({ id }) => weighingViews(workspace, id),
    'weighing/apply': async ({ weighing }) => applyWeighing(workspace, weighing),
    'weighing/attach': async ({ weighing, file }) => attachScan(workspace, weighing, file),
    'weighing/scan': async ({ weighing }) => slipScan(workspace, weighing),
    'weighing/plan': async () => ok(weighingPlan(workspace)),
  }
}
