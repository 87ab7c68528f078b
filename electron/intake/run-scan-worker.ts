import { problem } from '../../shared/problem.ts'
import type { WorkerPort } from '../ports.ts'
import { readPdf } from './read-pdf.ts'
import type { FromScanWorker, ToScanWorker } from './scan-protocol.ts'

/** The process that reads one PDF from outside. It knows the file and nothing else, and may be killed at any time. */
export function runScanWorker(port: WorkerPort): void {
  const say = (message: FromScanWorker): void => port.send(message)
  port.onMessage((message) => {
    const { bytes, limits } = message as ToScanWorker
    readPdf(bytes, limits).then(
      (read) =>
        say(read.ok ? { kind: 'pages', pages: read.value } : { kind: 'problem', problem: read.problem }),
      () => say({ kind: 'problem', problem: problem('paper-scan-damaged') }),
    )
  })
}
