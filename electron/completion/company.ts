import facts from '../../schemas/completion/company.json' with { type: 'json' }
import type { Layer, LayerValue } from '../../shared/record/layers.ts'
import { ownManufacturerRow } from './manufacturers.ts'
import { type EarlierStage, manufacturerRows } from './overlay-stages.ts'

/** The company's profile: element name of the message → value, as the workspace keeps it. */
export type CompanyProfile = Readonly<Record<string, string>>

/** The names of the profile, in the order of the form. */
export const companyFields = facts.fields

/** The `company` layer: our manufacturer behind the earlier ones, and who signs. */
export function companyLayer(company: CompanyProfile, stages: readonly EarlierStage[]): Layer {
  const layer: Record<string, LayerValue> = {}
  for (const { name, path } of companyFields) {
    const value = company[name]
    if (!value) continue
    layer[path.replace(manufacturerRows, ownManufacturerRow(stages))] = { value, source: { kind: 'company' } }
  }
  return layer
}

/** Names of the profile that are required and empty. */
export function missingInCompany(company: CompanyProfile): readonly string[] {
  return companyFields.filter(({ name, required }) => required && !company[name]).map(({ name }) => name)
}
