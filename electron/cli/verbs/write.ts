import { ok } from '../../../shared/result.ts'
import { buildIviXml } from '../../ivi-xml/build-ivi-xml.ts'
import { checkTree } from '../../ivi-xml/check-tree.ts'
import { findTreeRelease } from '../../ivi-xml/find-release.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { validateIvi } from '../../ivi-xml/validate-xml.ts'
import { readReleases } from '../../register/read-releases.ts'
import { readJson } from '../read-json.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { writeOutput } from '../write-output.ts'

export const addWrite: AddVerb = (program, runtime) => {
  const command = program.command('write').argument('<file>').option('-o, --output <file>')
  act(runtime, command, async ({ terminal, json: forMachines, workspace }) => {
    const [file = ''] = command.args
    const json = await readJson(file)
    if (!json.ok) return json
    const release = findTreeRelease(json.value, readReleases(workspace, shippedReleases))
    if (!release.ok) return release
    const catalogue = release.value
    const tree = checkTree(json.value, catalogue)
    if (!tree.ok) return { ok: false, problem: { ...tree.problem, where: { file, ...tree.problem.where } } }
    const bytes = buildIviXml(tree.value, catalogue)
    const { output } = command.opts<{ output?: string }>()
    const xml = new TextDecoder().decode(bytes)
    const written = output ? writeOutput(output, bytes) : ok(null)
    if (!written.ok) return written
    const { errors } = validateIvi(bytes, catalogue, { signature: 'optional' })
    if (forMachines) terminal.out(JSON.stringify({ ...(output ? { file: output } : { xml }), errors }))
    else if (!output) terminal.out(xml)
    if (!forMachines) for (const { path, text } of errors) terminal.err(`${path}: ${text}`)
    return ok(errors.length > 0 ? exitCodes.refused : exitCodes.done)
  })
}
