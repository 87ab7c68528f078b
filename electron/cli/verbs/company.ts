import { z } from 'zod'
import { firstIssue, plainWords } from '../../../shared/first-issue.ts'
import { problem } from '../../../shared/problem.ts'
import { roles } from '../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Backend } from '../backend.ts'
import { inWorkspace } from '../in-workspace.ts'
import { readJson } from '../read-json.ts'
import { type AddVerb, exitCodes } from '../verb.ts'

const companyFile = z
  .object({
    /** e-code of the approval authority's country, such as `e12`. */
    country: z.string(),
    /** Element name → value, as the approval states it. */
    company: z.record(z.string(), z.string()),
    people: z.array(z.object({ name: z.string().min(1), roles: z.array(z.enum(roles)).min(1) })).default([]),
  })
  .strict()
type CompanyFile = z.infer<typeof companyFile>

export const addCompany: AddVerb = (program, runtime) => {
  const company = program.command('company')
  const set = company.command('set').argument('<file>')
  inWorkspace(runtime, set, async (backend, invocation) => {
    const [name = ''] = set.args
    const file = await readCompany(name)
    if (!file.ok) return file
    const { company: values, country, people } = file.value
    const saved = await backend.call('workspace/save-company', { company: values, country })
    if (!saved.ok) return saved
    const added = await addPeople(backend, people)
    if (!added.ok) return added
    const view = await backend.call('workspace/get', {})
    if (!view.ok) return view
    const told = view.value.people.map((person) => `${person.name} (${person.roles.join(', ')})`)
    invocation.terminal.out(
      invocation.json
        ? JSON.stringify({ people: view.value.people })
        : [values.ManufacturerName ?? '', ...told].join('\n'),
    )
    return ok(exitCodes.done)
  })
}

async function readCompany(file: string): Promise<Result<CompanyFile>> {
  const json = await readJson(file)
  if (!json.ok) return json
  const parsed = companyFile.safeParse(json.value, plainWords)
  if (parsed.success) return ok(parsed.data)
  return fail(problem('company-file-invalid', firstIssue(parsed.error), { file }, false))
}

/** The first person of a new workspace adds the others, so whoever may do that comes first. */
async function addPeople(backend: Backend, people: CompanyFile['people']): Promise<Result<null>> {
  const before = await backend.call('workspace/get', {})
  if (!before.ok) return before
  const known = before.value.people
  const missing = people
    .filter(({ name }) => !known.some((person) => person.name === name))
    .sort((a, b) => Number(b.roles.includes('homologation')) - Number(a.roles.includes('homologation')))
  for (const [at, person] of missing.entries()) {
    const saved = await backend.call('people/save', person)
    if (!saved.ok) return saved
    if (known.length > 0 || at > 0) continue
    const acting = await backend.call('people/act-as', { id: saved.value.id, pin: '' })
    if (!acting.ok) return acting
  }
  return ok(null)
}
