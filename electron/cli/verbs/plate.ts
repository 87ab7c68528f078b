import { Option } from 'commander'
import { text } from '../../../shared/messages.ts'
import { ok } from '../../../shared/result.ts'
import { printLanguages } from '../../print/words.ts'
import { vehicleIdOf, withBackend } from '../backend.ts'
import { beginPrinting, contentLanguage, type SaveOptions } from '../save-printouts.ts'
import { type AddVerb, action } from '../verb.ts'

interface PlateOptions extends SaveOptions {
  readonly vin: readonly string[]
  readonly contentLang?: string
}

export const addPlate: AddVerb = (program, runtime) => {
  const command = program
    .command('plate')
    .requiredOption('--vin <vin...>', 'vehicles')
    .addOption(
      new Option('--content-lang <language>', 'language of the sheet; that of --lang without it').choices(
        printLanguages,
      ),
    )
    .option(
      '-o, --output <path>',
      'PDF to write, or a folder (with / at its end); a name made of the VIN without it',
    )
    .option('--overwrite', 'write over a file that shows something else')
    .description('the statutory plate of our stage as a PDF to scale, with what is stamped where')
    .addHelpText(
      'after',
      `
Examples:
  bodymark plate --vin ZZBFC35A0T1000101 -o plate.pdf
  bodymark plate --vin ZZBFC35A0T1000101 ZZBFC35A0T1000102 --content-lang de -o plates/`,
    )
  command.action(
    action(runtime, command, (invocation) =>
      withBackend(invocation, async (backend) => {
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
            printed.ok
              ? ok({ ...printed.value, bytes: Buffer.from(printed.value.base64, 'base64') })
              : printed,
          )
        }
        return ok(begun.value.end())
      }),
    ),
  )
}
