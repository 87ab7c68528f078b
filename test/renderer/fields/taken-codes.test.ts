import { describe, expect, it } from 'vitest'
import { codeChoices, fieldEntry } from '../../../renderer/fields/field-facts.ts'
import { isOfferedOnce, takenBeside, takenLast } from '../../../renderer/fields/taken-codes.ts'
import facts from '../../../schemas/ivi/offered-once.json' with { type: 'json' }

const language = (row: number): string => `CocDataGroup/RemarkTable/RemarkGroup[${row}]/RemarkSubjectLanguage`

describe('codes that other rows of a table have already', () => {
  it('stand behind the others where the rows usually differ: a next remark is in another language', () => {
    const leaves = new Map([
      [language(1), 'en'],
      [language(2), 'de'],
      [language(11), 'bg'],
      ['CocDataGroup/RemarkTable/RemarkGroup[1]/Remark', 'fr'],
      ['CocDataGroup/RemarkTable/RemarkGroup[1]/RemarkSubjectDescription', 'cs'],
    ])
    const taken = takenBeside(language(3), leaves)
    expect([...taken]).toEqual(['en', 'de', 'bg'])
    expect([...takenBeside(language(2), leaves)]).toEqual(['en', 'bg'])
    const type = fieldEntry(language(3))?.type
    const codes = type ? takenLast(codeChoices(type, 'en'), taken).map(({ code }) => code) : []
    expect(codes).toHaveLength(new Set(codes).size)
    expect(codes.slice(-3).sort()).toEqual(['bg', 'de', 'en'])
    expect(codes[0]).toBe('cs')
  })

  it('keep their order where the same is often meant again', () => {
    expect(isOfferedOnce(language(7))).toBe(true)
    expect(
      isOfferedOnce('CocDataGroup/AxleTable/AxleGroup[2]/TyreAxleTable/TyreAxleGroup[1]/TyreClassification'),
    ).toBe(false)
  })

  it('are of fields that the message has, each with a list of codes', () => {
    for (const path of facts.fields) expect(fieldEntry(path)?.type.codes?.length ?? 0).toBeGreaterThan(1)
  })
})
