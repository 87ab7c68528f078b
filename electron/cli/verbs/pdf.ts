import { Option } from 'commander'
import { text } from '../../../shared/messages.ts'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { maxMessageMegabytes, openFile } from '../../pipeline/open-file.ts'
import { printMessage } from '../../pipeline/print.ts'
import { printLanguages } from '../../print/words.ts'
import { readReleases } from '../../register/read-releases.ts'
import { allVehicleIds } from '../../register/vehicles.ts'
import { type Backend, vehicleIdOf, withBackend } from '../backend.ts'
import { wholeNumber } from '../option-parsers.ts'
import type { Invocation } from '../options.ts'
import { beginPrinting, contentLanguage, type SaveOptions, type ToSave } from '../save-printouts.ts'
import { type AddVerb, act, type ExitCode } from '../verb.ts'

interface PdfOptions extends SaveOptions {
  readonly vin?: readonly string[]
  readonly all?: boolean
  readonly version?: number
  readonly duplicate?: boolean
  readonly contentLang?: string
}

export const addPdf: AddVerb = (program, runtime) => {
  const command = program
    .command('pdf')
    .argument('[files...]')
    .option('--vin <vin...>')
    .option('--all')
    .option('--version <number>', '', wholeNumber(1, 9999))
    .option('--duplicate')
    .addOption(new Option('--content-lang <language>').choices(printLanguages))
    .option('-o, --output <path>')
    .option('--overwrite')
  act(runtime, command, async (invocation): Promise<Result<ExitCode>> => {
    const options = command.opts<PdfOptions>()
    const files = command.args
    const { vin: vins = [], all = false } = options
    if (files.length === 0 && vins.length === 0 && !all)
      return fail(problem('print-nothing-named', {}, {}, false))
    const count = files.length + vins.length + (all ? 2 : 0)
    const begun = beginPrinting(options, count, invocation, (printed, file) =>
      line(printed, file, invocation),
    )
    if (!begun.ok) return begun
    const run = begun.value
    for (const file of files) run.save(await printFile(file, options, invocation))
    if (vins.length === 0 && !all) return ok(run.end())
    return withBackend(invocation, async (backend) => {
      for (const vin of vins) {
        const id = await vehicleIdOf(backend, vin)
        run.save(id.ok ? await printId(id.value, options, backend, invocation) : id)
      }
      for (const id of all ? allVehicleIds(backend.workspace.db) : [])
        run.save(await printId(id, options, backend, invocation))
      return ok(run.end())
    })
  })
}

function line({ pages, standing }: ToSave, file: string, { language }: Invocation): string {
  const words = [`standing.${standing}`, 'pages'].map((key) =>
    text(language, `print-texts.${key}`, { count: pages }),
  )
  return [file, ...words].join('  ')
}

async function printFile(file: string, options: PdfOptions, invocation: Invocation): Promise<Result<ToSave>> {
  const opened = await openFile({ path: file }, maxMessageMegabytes)
  if (!opened.ok) return opened
  const printed = printMessage(opened.value.bytes, readReleases(invocation.workspace, shippedReleases), {
    language: contentLanguage(options.contentLang, invocation),
    duplicate: options.duplicate === true,
  })
  return printed.ok ? printed : fail({ ...printed.problem, where: { file, ...printed.problem.where } })
}

async function printId(
  id: number,
  { version, duplicate, contentLang }: PdfOptions,
  backend: Backend,
  invocation: Invocation,
): Promise<Result<ToSave>> {
  const printed = await backend.call('print/certificate', {
    id,
    language: contentLanguage(contentLang, invocation),
    duplicate: duplicate === true,
    ...(version === undefined ? {} : { version }),
  })
  if (!printed.ok) return printed
  const { base64, ...known } = printed.value
  return ok({ ...known, bytes: Buffer.from(base64, 'base64') })
}
