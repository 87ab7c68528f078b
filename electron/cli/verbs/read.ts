import { leavesOf } from '../../../shared/ivi/message.ts'
import { ok } from '../../../shared/result.ts'
import { readAnyRelease } from '../../ivi-xml/find-release.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { maxMessageMegabytes, openFile } from '../../pipeline/open-file.ts'
import { readReleases } from '../../register/read-releases.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'
import { table } from '../words.ts'

export const addRead: AddVerb = (program, runtime) => {
  const command = program.command('read').argument('<file>')
  act(runtime, command, async ({ terminal, json, workspace }) => {
    const [file = ''] = command.args
    const opened = await openFile({ path: file }, maxMessageMegabytes)
    if (!opened.ok) return opened
    const read = readAnyRelease(opened.value.bytes, readReleases(workspace, shippedReleases))
    if (!read.ok) return { ok: false, problem: { ...read.problem, where: { file, ...read.problem.where } } }
    const { tree } = read.value
    terminal.out(json ? JSON.stringify(tree, null, 2) : table([...leavesOf(tree)]))
    return ok(exitCodes.done)
  })
}
