import { type Catalogue, valueType } from '../../shared/ivi/catalogue.ts'
import { categoryNamed } from '../../shared/ivi/category-named.ts'
import { codeOf } from '../../shared/ivi/code-words.ts'
import { sectionTitle } from '../../shared/ivi/layout.ts'
import { type Language, text } from '../../shared/messages.ts'
import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import { type TemplateWish, templateColumns } from '../../shared/template/template-columns.ts'
import { defaultLimits } from '../intake/limits.ts'
import { writeTemplate } from '../intake/write-template.ts'

export interface Template {
  /** What the file is called where nobody names it. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly columns: number
}

/**
 * The workbook that an office fills in for vehicles of a category at a stage; what comes back is imported without a
 * profile. Problems: `template-category`, `template-stage`, `template-too-wide`.
 */
export async function makeTemplate(
  wish: TemplateWish,
  language: Language,
  catalogue: Catalogue,
): Promise<Result<Template>> {
  const { release } = catalogue
  const categories = valueType(catalogue, 'VehicleCategoryCode')
  const category = codeOf(categories, wish.category) ?? categoryNamed(catalogue, wish.category)
  if (category === undefined) {
    const known = (categories.codes ?? []).join(', ')
    return fail(
      problem('template-category', { category: wish.category, release, categories: known }, {}, false),
    )
  }
  const stage = codeOf(valueType(catalogue, 'StageOfCompletionCode'), wish.stage)
  if (stage === undefined) return fail(problem('template-stage', { stage: wish.stage }, {}, false))
  const columns = templateColumns({ ...wish, category, stage }, catalogue)
  const limit = defaultLimits.maxColumns
  if (columns.length > limit)
    return fail(problem('template-too-wide', { columns: columns.length, limit }, {}, false))
  const named = (id: string) => text(language, `template.section.${id}`) ?? sectionTitle(id, language)
  const bytes = await writeTemplate(columns, { release, category, stage, language }, named)
  const name = `Bodymark ${text(language, 'template.file') ?? ''} ${category} ${stage}.xlsx`
  return ok({ name, bytes, columns: columns.length })
}
