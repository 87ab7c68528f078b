import type { Language } from '../../../shared/messages.ts'
import { fail, ok } from '../../../shared/result.ts'
import { momentInWords } from '../../../shared/words.ts'
import { withXml } from '../../ivi-xml/parse-safely.ts'
import { maxMessageMegabytes, openFile } from '../../pipeline/open-file.ts'
import { type SignatureReport, verifyIvi } from '../../signature/verify-ivi.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { problemText, say, signatureState, table, withWords } from '../words.ts'

export const addVerify: AddVerb = (program, runtime) => {
  const command = program.command('verify').argument('<file>')
  act(runtime, command, async ({ terminal, json, language }) => {
    const [file = ''] = command.args
    const opened = await openFile({ path: file }, maxMessageMegabytes)
    if (!opened.ok) return opened
    const { bytes } = opened.value
    const readable = withXml(bytes, () => null)
    if (!readable.ok) {
      const { problem } = readable
      return fail({ ...problem, where: { file, ...problem.where } })
    }
    const report = verifyIvi(bytes)
    const problems = report.problems.map((one) => withWords(one, language))
    if (json) terminal.out(JSON.stringify({ file, ...report, problems }, null, 2))
    else terminal.out(inWords(report, language))
    return ok(report.valid ? exitCodes.done : exitCodes.refused)
  })
}

function inWords(report: SignatureReport, language: Language): string {
  const { signer, signedAt, problems } = report
  const rows = [[say(language, 'signature'), signatureState(report, language)]]
  if (signer) {
    const { subject, issuer, notBefore, notAfter } = signer
    const period = say(language, 'from-to', { from: momentInWords(notBefore), to: momentInWords(notAfter) })
    rows.push([say(language, 'signer'), subject], [say(language, 'issuer'), issuer])
    rows.push([say(language, 'valid-from-to'), period])
  }
  if (signedAt) rows.push([say(language, 'signed-at'), momentInWords(signedAt)])
  return [table(rows), ...problems.map((one) => problemText(one, language))].join('\n')
}
