import type { Handlers } from '../../shared/ipc-contract.ts'
import type { PrintedFile, printChannels } from '../../shared/print/channels.ts'
import { ok, type Result } from '../../shared/result.ts'
import { languageNames, type Printout, printVehicle } from '../pipeline/print.ts'
import { printVehiclePlate } from '../pipeline/print-plate.ts'
import type { Workspace } from '../workspace.ts'

/** Certificates and plates on paper: their part of the contract's body. */
export function printHandlers(workspace: Workspace): Pick<Handlers, keyof typeof printChannels> {
  return {
    'print/certificate': async ({ id, ...options }) => sent(printVehicle(workspace, id, options)),
    'print/plate': async ({ id, language }) => sent(printVehiclePlate(workspace, id, language)),
    'print/languages': async () => ok(languageNames()),
  }
}

function sent(printed: Result<Printout>): Result<PrintedFile> {
  if (!printed.ok) return printed
  const { bytes, vin: _vin, ...known } = printed.value
  return ok({ ...known, base64: Buffer.from(bytes).toString('base64') })
}
