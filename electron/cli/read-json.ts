import { fail, type Result } from '../../shared/result.ts'
import { jsonOf, openFile } from '../pipeline/open-file.ts'

/** A JSON file of the user's. Problems: those of the file, `json-unreadable`. */
export async function readJson(file: string): Promise<Result<unknown>> {
  const opened = await openFile({ path: file }, 20)
  if (!opened.ok) return opened
  const json = jsonOf(opened.value)
  return json.ok ? json : fail({ ...json.problem, args: { file }, where: { ...json.problem.where, file } })
}
