import { ok } from '../../../shared/result.ts'
import { openFile } from '../../pipeline/open-file.ts'
import { verifyIvi } from '../../signature/verify-ivi.ts'
import { type AddVerb, action, exitCodes } from '../verb.ts'
import { problemText } from '../words.ts'

export const addVerify: AddVerb = (program, runtime) => {
  const command = program
    .command('verify')
    .argument('<file>', 'signed message')
    .description('verify the signature of a message (exit 0 valid, 1 not valid or none, 2 unreadable)')
    .addHelpText('after', '\nExample:\n  bodymark verify signed.xml --json')
  command.action(
    action(runtime, command, async ({ terminal, json, language }) => {
      const [file = ''] = command.args
      const opened = await openFile({ path: file }, 20)
      if (!opened.ok) return opened
      const report = verifyIvi(opened.value.bytes)
      if (json) terminal.out(JSON.stringify({ file, ...report }, null, 2))
      else {
        const state = report.present ? (report.valid ? 'valid' : 'NOT VALID') : 'none'
        terminal.out(`signature  ${state}`)
        if (report.signer) {
          const { subject, issuer, notBefore, notAfter } = report.signer
          terminal.out(`signer     ${subject}\nissuer     ${issuer}\nvalid      ${notBefore} to ${notAfter}`)
        }
        if (report.signedAt) terminal.out(`signed     ${report.signedAt}`)
        for (const one of report.problems) terminal.out(problemText(one, language))
      }
      return ok(report.valid ? exitCodes.done : exitCodes.refused)
    }),
  )
}
