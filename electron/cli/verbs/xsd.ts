import { join } from 'node:path'
import { releaseNamed, releaseUnknown } from '../../../shared/ivi/releases.ts'
import { fail, ok } from '../../../shared/result.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { writeSchema } from '../../ivi-xml/write-schema.ts'
import { writeSignatureSchema } from '../../ivi-xml/write-signature-schema.ts'
import { readReleases } from '../../register/read-releases.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { makeOutputFolder, writeOutput } from '../write-output.ts'

export const addXsd: AddVerb = (program, runtime) => {
  const command = program.command('xsd').option('-o, --output <dir>').option('--release <number>')
  act(runtime, command, async ({ terminal, json, workspace }) => {
    const { output, release } = command.opts<{ output?: string; release?: string }>()
    const releases = readReleases(workspace, shippedReleases)
    const catalogue = release === undefined ? releases.inUse : releaseNamed(releases, release)
    if (!catalogue) return fail(releaseUnknown(release ?? '', releases))
    const ivi = writeSchema(catalogue)
    if (!output) {
      terminal.out(json ? JSON.stringify({ schema: ivi }) : ivi.trimEnd())
      return ok(exitCodes.done)
    }
    const folder = makeOutputFolder(output)
    if (!folder.ok) return folder
    const files = {
      [join(output, `InitialVehicleInformation-${catalogue.release}.xsd`)]: ivi,
      [join(output, 'xmldsig-core-schema.xsd')]: writeSignatureSchema(),
    }
    for (const [file, text] of Object.entries(files)) {
      const written = writeOutput(file, text)
      if (!written.ok) return written
    }
    terminal.out(json ? JSON.stringify({ files: Object.keys(files) }) : Object.keys(files).join('\n'))
    return ok(exitCodes.done)
  })
}
