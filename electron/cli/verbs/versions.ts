import type { VersionView } from '../../../shared/compare/version-view.ts'
import { type Language, text } from '../../../shared/messages.ts'
import { ok } from '../../../shared/result.ts'
import { momentInWords } from '../../../shared/words.ts'
import { onVehicle } from '../in-workspace.ts'
import { type AddVerb, exitCodes } from '../verb.ts'
import { say, statusText } from '../words.ts'

/** The chain of versions of a vehicle's certificate. */
export const addVersions: AddVerb = (program, runtime) => {
  const command = program.command('versions').requiredOption('--vin <vin>')
  onVehicle(runtime, command, async (id, backend, invocation) => {
    const versions = await backend.call('vehicle/versions', { id })
    if (!versions.ok) return versions
    const { terminal, json, language } = invocation
    terminal.out(
      json
        ? JSON.stringify(versions.value, null, 2)
        : versions.value.map((view) => inWords(view, language)).join('\n'),
    )
    return ok(exitCodes.done)
  })
}

function inWords(view: VersionView, language: Language): string {
  const { version, status, reference, release, attempts } = view
  const person = view.openedBy || '–'
  const lines = [
    [
      say(language, 'version', { version }),
      statusText(status, language),
      reference,
      `IVI ${release}`,
      ...(view.changed === undefined ? [] : [say(language, 'versions.changed', { count: view.changed })]),
    ].join('  '),
    say(language, 'versions.opened', { at: momentInWords(view.openedAt), person }) +
      (view.reason ? `: ${view.reason}` : ''),
    ...(view.signedAt
      ? [
          `${say(language, 'versions.signed', { at: momentInWords(view.signedAt) })}  ${view.signer ?? ''}`,
          `SHA-256 ${view.sha256 ?? ''}`,
        ]
      : []),
    ...attempts.map(({ outcome, nap, receipt, reasons }) =>
      [
        say(language, 'versions.answer', { outcome: text(language, `outcome.${outcome}`) ?? outcome, nap }),
        receipt,
        ...reasons.map((reason) => reason.text),
      ]
        .filter(Boolean)
        .join('  '),
    ),
  ]
  return lines.join('\n  ')
}
