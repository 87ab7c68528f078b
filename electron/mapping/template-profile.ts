import paths from '../../schemas/rules/paths.json' with { type: 'json' }
import { type Catalogue, fieldIndex, type ValueType } from '../../shared/ivi/catalogue.ts'
import { unitOf } from '../../shared/ivi/facts.ts'
import { schemaPath } from '../../shared/ivi/path.ts'
import { type Language, text } from '../../shared/messages.ts'
import { dayForm, decimalSign } from '../../shared/template/template-cell.ts'
import { isRecordTarget } from '../../shared/template/template-header.ts'
import { type TemplateKind, templateProfileId } from '../../shared/template/template-key.ts'
import { type Converter, type MappingProfile, type ProfileColumn, profileSchema } from './profile-schema.ts'
import { unitNamed } from './units.ts'

/** What a template says of its column, as a profile says it of a list's. */
export function templateColumn(
  target: string,
  header: string,
  kind: TemplateKind,
  catalogue: Catalogue,
): ProfileColumn {
  const type = isRecordTarget(target) ? undefined : fieldIndex(catalogue).get(schemaPath(target))?.type
  const isDefault = target === paths.category && type?.codes?.includes(kind.category)
  return {
    headers: [header],
    to: target,
    convert: converterOf(target, type),
    required: target === 'vin',
    ...(isDefault ? { default: kind.category } : {}),
  }
}

function converterOf(target: string, type: ValueType | undefined): Converter {
  if (target === 'vin') return { as: 'vin' }
  if (type?.name === 'Indicator') return { as: 'indicator' }
  if (type?.codes) return { as: 'code', words: true }
  switch (type?.base) {
    case 'decimal':
    case 'int':
    case 'short': {
      const unit = unitNamed(unitOf(target))
      return unit ? { as: 'number', unit } : { as: 'number' }
    }
    case 'date':
      return { as: 'date', yearFirstToo: true }
    default:
      return { as: 'text', upperCase: false }
  }
}

/** A template as a profile: no grouping, so that `2.645` is never taken for two thousand and more. */
export function templateProfile(
  columns: readonly ProfileColumn[],
  kind: TemplateKind,
  catalogue: Catalogue,
  headerRow?: number,
): MappingProfile {
  const type = fieldIndex(catalogue).get(paths.category)?.type
  const saysCategory =
    !columns.some(({ to }) => to === paths.category) && type?.codes?.includes(kind.category)
  return {
    ...defaults,
    ...{ id: templateProfileId, version: 1, name: text(kind.language, 'template.sheet') ?? '' },
    source: headerRow === undefined ? {} : { headerRow },
    numbers: { decimal: decimalSign(kind.language), group: '' },
    dates: { form: dayForm(kind.language) },
    columns: [...columns],
    constants: {
      [paths.stage]: kind.stage,
      ...(saysCategory ? { [paths.category]: kind.category } : {}),
    },
    writeBack: writeBackColumns(kind.language),
  }
}

function writeBackColumns(language: Language): MappingProfile['writeBack'] {
  const word = (key: string) => text(language, `template.write-back.${key}`) ?? ''
  return { status: word('status'), reasons: word('reasons'), delimiter: ';' }
}

const defaults = profileSchema.parse({
  id: 'template',
  version: 1,
  name: 'Template',
  columns: [{ headers: ['VIN'], to: 'vin' }],
})
