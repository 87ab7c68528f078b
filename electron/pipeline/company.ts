import { checkCharacters } from '../../shared/ivi/check-value.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { appendAudit } from '../audit/append.ts'
import { type CompanyProfile, companyFields } from '../completion/company.ts'
import { saveSetting, setting } from '../register/settings.ts'
import { markAllOpenStale } from '../register/vehicles.ts'
import { actorName, timestamp, type Workspace } from '../workspace.ts'

/** The company as its approval states it: element name → value; empty before the first start was finished. */
export function companyProfile(workspace: Workspace): CompanyProfile {
  return JSON.parse(setting(workspace.db, 'company') ?? '{}') as CompanyProfile
}

export function saveCompany(workspace: Workspace, company: CompanyProfile, country: string): Result<null> {
  const unknown = Object.keys(company).find((name) => !companyFields.some((field) => field.name === name))
  if (unknown !== undefined) return fail(problem('company-field-unknown', { field: unknown }))
  for (const [field, value] of Object.entries(company)) {
    const unwritable = checkCharacters(value)
    if (unwritable) return fail({ ...unwritable, where: { column: field } })
  }
  workspace.db.transaction(() => {
    saveSetting(workspace.db, 'company', JSON.stringify(company))
    saveSetting(workspace.db, 'country', country)
    markAllOpenStale(workspace.db)
    appendAudit(workspace.db, {
      at: timestamp(workspace),
      person: actorName(workspace),
      action: 'company-saved',
      args: { name: company.ManufacturerName ?? '' },
    })
  })
  return ok(null)
}
