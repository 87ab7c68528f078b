import { describe, expect, it } from 'vitest'
import approvalNumbers from '../../../schemas/rules/approval-numbers.json' with { type: 'json' }
import bodywork from '../../../schemas/rules/bodywork.json' with { type: 'json' }
import otherActs from '../../../schemas/rules/other-acts.json' with { type: 'json' }
import paths from '../../../schemas/rules/paths.json' with { type: 'json' }
import relevance from '../../../schemas/rules/relevance.json' with { type: 'json' }
import required from '../../../schemas/rules/required.json' with { type: 'json' }
import safety from '../../../schemas/rules/safety-systems.json' with { type: 'json' }
import { fieldIndex, groupType, valueType } from '../../../shared/ivi/catalogue.ts'
import { shippedLanguages } from '../../../shared/language/languages.ts'
import { text, textKeys } from '../../../shared/messages.ts'
import { rules } from '../../../shared/rules/policy.ts'
import { ruleFunctions } from '../../../shared/rules/registry.ts'
import { catalogue } from './a-message.ts'

/** Every group and field of the release by its schema path. */
function allPaths(): ReadonlySet<string> {
  const all = new Set<string>()
  const visit = (group: string, prefix: string): void => {
    for (const member of groupType(catalogue, group).members) {
      all.add(prefix + member.name)
      if (member.kind === 'group') visit(member.type, `${prefix}${member.name}/`)
    }
  }
  visit(catalogue.root, '')
  return all
}
const known = allPaths()
const names = new Set([...fieldIndex(catalogue).values()].map(({ name }) => name))
const codes = (type: string): readonly string[] => valueType(catalogue, type).codes ?? []

describe('rules.json', () => {
  it('states each rule once, and each has its arithmetic and no arithmetic is without its facts', () => {
    const ids = rules.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(Object.keys(ruleFunctions).toSorted()).toEqual(ids.toSorted())
  })

  it.each(shippedLanguages)(
    'has a text for every finding, a title for every rule, and no other (%s)',
    (language) => {
      const found = new Set(rules.flatMap(({ levels }) => Object.keys(levels)))
      const said = textKeys(language)
      const under = (area: string) =>
        said.filter((key) => key.startsWith(`${area}.`)).map((key) => key.slice(area.length + 1))
      expect(under('rules').toSorted()).toEqual([...found].toSorted())
      expect(under('rule-titles').toSorted()).toEqual(rules.map(({ id }) => id).toSorted())
      for (const code of found) expect(text(language, `rules.${code}`)?.length).toBeGreaterThan(20)
    },
  )

  it('names its source, how sure it is, and only levels, marks, categories, stages and elements that exist', () => {
    for (const rule of rules) {
      for (const language of shippedLanguages) expect(rule.source[language]).toBeTruthy()
      expect(['V', 'S', 'K', 'D']).toContain(rule.mark)
      expect(['high', 'medium', 'low']).toContain(rule.certainty)
      expect(['own', 'vehicle']).toContain(rule.view)
      for (const stage of rule.stages) expect(codes('StageOfCompletionCode')).toContain(stage)
      for (const category of rule.categories) expect(codes('VehicleCategoryCode')).toContain(category)
      for (const need of rule.needs) expect(Object.keys(paths)).toContain(need)
      for (const level of Object.values(rule.levels)) {
        expect(['refuse', 'warn', 'inform', 'ignore']).toContain(level)
      }
    }
  })

  it('refuses for nothing that is only known by hearsay', () => {
    const unsure = rules.filter(
      ({ certainty, levels }) => certainty === 'low' && Object.values(levels).includes('refuse'),
    )
    // A wheelbase longer than the vehicle is impossible whatever the acts say.
    expect(unsure.map(({ id }) => id)).toEqual(['45'])
  })
})

describe('facts of the rules', () => {
  it('name paths that the release has', () => {
    const used = [
      ...Object.values(paths),
      ...required.groups.paths,
      ...required.atSigning.paths,
      ...required.indicators.paths,
      ...Object.keys(relevance.unsureFields),
      ...relevance.notOnStage.incomplete,
      ...relevance.notOnStage.complete,
    ]
    expect(used.filter((path) => !known.has(path))).toEqual([])
  })

  it('name elements and codes that the release has', () => {
    expect(otherActs.fields.filter((field) => !names.has(field))).toEqual([])
    const listed = Object.values(bodywork.byCategory.codes).flat()
    expect(listed.filter((code) => !codes('BodyworkCode').includes(code))).toEqual([])
    const systems = Object.values(safety.byCategory).flat()
    expect(systems.filter((system) => !codes('AdvancedSafetySystemCode').includes(system))).toEqual([])
  })

  it('know the e-numbers that the release knows', () => {
    const type = fieldIndex(catalogue).get(paths.approvalCountry)?.type
    expect(approvalNumbers.countries.codes.map((code) => `e${code}`)).toEqual(type?.codes)
  })
})
