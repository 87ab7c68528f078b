import { jsonSlip } from '../../../shared/json-slip.ts'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'

/** A definition has some kilobytes. */
const mostMegabytes = 5
const megabyte = 1024 * 1024

/** A JSON file that somebody chose. Problems: `document-too-big`; `definition-not-json` with its line. */
export async function readJsonFile(file: File): Promise<Result<unknown>> {
  const { name, size } = file
  if (size > mostMegabytes * megabyte) {
    const sizes = { size: `${Math.ceil(size / megabyte)} MB`, limit: `${mostMegabytes} MB` }
    return fail(problem('document-too-big', { file: name, ...sizes }, { file: name }))
  }
  const text = await file.text()
  const slip = jsonSlip(text)
  return slip
    ? fail(problem('definition-not-json', { file: name }, { file: name, line: slip.line }))
    : ok(JSON.parse(text))
}
