import { Option } from 'commander'
import { text } from '../../../shared/messages.ts'
import { ok } from '../../../shared/result.ts'
import { printLanguages } from '../../print/words.ts'
import { vehicleIdOf } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { beginPrinting, contentLanguage, type SaveOptions } from '../save-printouts.ts'
import type { AddVerb } from '../verb.ts'

interface PlateOptions extends SaveOptions {
  readonly vin: readonly string[]
  readonly contentLang?: string
}

export const addPlate: AddVerb = (program, runtime) => {
  const command = program
    .command('plate')
    .requiredOption('--vin <vin...>')
    .addOption(new Option('--content-lang <language>').choices(printLanguages))
    .option('-o, --output <path>')
    .option('--overwrite')
  inWorkspace(runtime, command, async (backend, invocation) => {
    const { vin: vins, contentLang, ...options } = command.opts<PlateOptions>()
    const { language } = invocation
    const begun = beginPrinting(options, vins.length, invocation, ({ standing, pages }, file) =>
      [
        file,
        text(language, `print-texts.plate-standing.${standing === 'draft' ? 'draft' : 'certificate'}`),
        text(language, 'print-texts.pages', { count: pages }),
      ].join('  '),
    )
    if (!begun.ok) return begun
    for (const vin of vins) {
      const id = await vehicleIdOf(backend, vin)
      const printed = id.ok
        ? await backend.call('print/plate', {
            id: id.value,
            language: contentLanguage(contentLang, invocation),
          })
        : id
      begun.value.save(
        printed.ok ? ok({ ...printed.value, bytes: Buffer.from(printed.value.base64, 'base64') }) : printed,
      )
    }
    return ok(begun.value.end())
  })
}
