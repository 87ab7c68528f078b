import { type Catalogue, valueType } from '../../../shared/ivi/catalogue.ts'
import { categoryNamed } from '../../../shared/ivi/category-named.ts'
import { codeOf } from '../../../shared/ivi/code-words.ts'
import { describeCodes } from '../../../shared/ivi/describe-codes.ts'
import { describeFields } from '../../../shared/ivi/describe-fields.ts'
import { formSections } from '../../../shared/ivi/layout.ts'
import { type Narrowing, narrowDescription } from '../../../shared/ivi/narrow-description.ts'
import { placeFields, sectionsOf } from '../../../shared/ivi/place-fields.ts'
import { releaseNamed, releaseUnknown } from '../../../shared/ivi/releases.ts'
import { text } from '../../../shared/messages.ts'
import { problem } from '../../../shared/problem.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { readReleases } from '../../register/read-releases.ts'
import { tellCatalogue } from '../tell-catalogue.ts'
import { type AddVerb, act, exitCodes } from '../verb.ts'

interface Options {
  readonly section?: string
  readonly category?: string
  readonly stage?: string
  readonly release?: string
}

export const addCatalogue: AddVerb = (program, runtime) => {
  const command = program
    .command('catalogue')
    .argument('[words...]')
    .option('--section <id>')
    .option('--category <code>')
    .option('--stage <code>')
    .option('--release <number>')
  act(runtime, command, async ({ terminal, json, language, workspace }) => {
    const { release, ...options } = command.opts<Options>()
    const releases = readReleases(workspace, shippedReleases)
    const catalogue = release === undefined ? releases.inUse : releaseNamed(releases, release)
    if (!catalogue) return fail(releaseUnknown(release ?? '', releases))
    const narrowing = read(options, command.args.join(' '), catalogue)
    if (!narrowing.ok) return narrowing
    const sections = sectionsOf(catalogue, formSections, placeFields(catalogue, formSections))
    const all = {
      fields: describeFields(catalogue, sections, language),
      codes: describeCodes(catalogue, language),
    }
    const found = narrowDescription(all, narrowing.value, sections)
    if (json) terminal.out(JSON.stringify({ release: catalogue.release, language, ...found }, null, 1))
    else if (found.fields.length + Object.keys(found.codes).length === 0)
      terminal.err(text(language, 'catalogue.nothing') ?? '')
    else terminal.out(tellCatalogue(found, catalogue.release, narrowing.value, language))
    return ok(exitCodes.done)
  })
}

/** Problems: `catalogue-section`, `catalogue-category`, `catalogue-stage`. */
function read(
  { section = '', category, stage = '' }: Omit<Options, 'release'>,
  search: string,
  catalogue: Catalogue,
): Result<Narrowing> {
  const ids = formSections.map(({ id }) => id)
  if (section !== '' && !ids.includes(section))
    return fail(problem('catalogue-section', { section, sections: ids.join(', ') }, {}, false))
  const named = category === undefined ? '' : categoryNamed(catalogue, category)
  if (named === undefined)
    return fail(
      problem('catalogue-category', { category: category ?? '', release: catalogue.release }, {}, false),
    )
  const stages = valueType(catalogue, 'StageOfCompletionCode')
  const code = stage === '' ? '' : codeOf(stages, stage)
  if (code === undefined || (code !== '' && named === ''))
    return fail(problem('catalogue-stage', { stage }, {}, false))
  return ok({ search, section, category: named, stage: code })
}
