import { describe, expect, it } from 'vitest'
import { readCode, searchCodes } from '../../../renderer/fields/code-search.ts'

const choices = [
  { code: 'BA', label: 'Lorry' },
  { code: 'BB', label: 'Van' },
  { code: 'DA', label: 'Semi-trailer' },
  { code: 'DB', label: 'Drawbar trailer' },
  { code: 'SA', label: 'Überdachtes Wohnmobil' },
  { code: 'AX', label: '' },
]
const codes = (typed: string) => searchCodes(choices, typed).map(({ code }) => code)

describe('the search of a code list', () => {
  it('shows everything before anything is typed', () => {
    expect(codes('')).toHaveLength(choices.length)
  })

  it('puts the code itself first, then codes that begin so, then words', () => {
    expect(codes('da')).toEqual(['DA', 'SA'])
    expect(codes('d')[0]).toBe('DA')
    expect(codes('trailer')).toEqual(['DA', 'DB'])
  })

  it('finds any word in any order, with or without umlaut dots', () => {
    expect(codes('trailer draw')).toEqual(['DB'])
    expect(codes('uberdacht')).toEqual(['SA'])
  })

  it('finds a code by its words in another language, after those of the own', () => {
    const countries = [
      { code: 'e1', label: 'Germany', also: 'Deutschland' },
      { code: 'e26', label: 'Deutschlandsberg' },
    ]
    expect(searchCodes(countries, 'deutschland').map(({ code }) => code)).toEqual(['e26', 'e1'])
    expect(readCode(countries, 'Deutschland')).toBe('e1')
  })

  it('reads a code or its words, and leaves the rest as it is', () => {
    expect(readCode(choices, 'ba')).toBe('BA')
    expect(readCode(choices, 'semi-trailer')).toBe('DA')
    expect(readCode(choices, ' spaceship ')).toBe('spaceship')
    expect(readCode(choices, 'NO · spaceship')).toBe('NO · spaceship')
  })

  it('reads what was copied out of another field', () => {
    expect(readCode(choices, 'DB · Drawbar trailer')).toBe('DB')
    expect(codes('DB · Drawbar trailer')).toEqual(['DB'])
  })

  it('an empty text is not the code without words', () => {
    expect(readCode(choices, 'AX')).toBe('AX')
    expect(readCode(choices, '')).toBe('')
  })
})
