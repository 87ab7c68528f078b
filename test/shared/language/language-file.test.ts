import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { readDay, showDay } from '../../../renderer/language/date-text.ts'
import { readNumber, showNumber } from '../../../renderer/language/number-text.ts'
import codesFile from '../../../schemas/ivi/2.0/codes.json' with { type: 'json' }
import { codeLabel, labelOf, wordingOf } from '../../../shared/ivi/facts.ts'
import { rowTitle, sectionTitle, tableTitle } from '../../../shared/ivi/layout.ts'
import { faultProblem, languageTag, readLanguage } from '../../../shared/language/language-file.ts'
import { languageTemplate } from '../../../shared/language/language-template.ts'
import {
  isLanguage,
  isRightToLeft,
  type Language,
  shippedLanguages,
  speakToo,
} from '../../../shared/language/languages.ts'
import { text, textKeys } from '../../../shared/messages.ts'
import { localised } from '../../../shared/rules/explain.ts'

const actualMass = 'CocDataGroup/MassGroup/ActualMass'
const axles = 'CocDataGroup/AxleTable/AxleGroup'
const union = Object.keys(codesFile.codes.EuLanguageCode)
const added = union.filter((tag) => tag !== 'en' && tag !== 'de')

function read(json: unknown) {
  const file = readLanguage(json)
  if (!file.ok) throw new Error(file.problem.code)
  return file.value
}

function speak(json: unknown): Language {
  const { pack } = read(json)
  speakToo([pack])
  return pack.language
}

function tagged(tag: string) {
  const known = languageTag(tag)
  if (!known.ok) throw new Error(known.problem.code)
  return known.value
}

const codeOf = (json: unknown): string | undefined => {
  const file = readLanguage(json)
  return file.ok ? faultProblem(file.value)?.code : file.problem.code
}

const inUi = (ui: unknown) => ({ language: 'fr', name: 'Français', texts: { ui } })

afterEach(() => speakToo([]))

describe('a language added by a file', () => {
  it('says what it has, and the rest as its base', () => {
    const french = speak({
      language: 'fr',
      name: 'Français',
      texts: { ui: { screens: { register: 'Véhicules' } } },
      labels: { Wheelbase: 'Empattement' },
      codes: { EuCountryCode: { AT: 'Autriche (A)' } },
      sections: { general: 'Généralités' },
      tables: { [axles]: { title: 'Essieux', row: 'Essieu' } },
    })
    expect(text(french, 'screens.register')).toBe('Véhicules')
    expect(text(french, 'screens.settings')).toBe(text('en', 'screens.settings'))
    expect(labelOf('CocDataGroup/DimensionGroup/Wheelbase', french)).toBe('Empattement')
    expect(sectionTitle('general', french)).toBe('Généralités')
    expect([tableTitle(axles, french), rowTitle(axles, french)]).toEqual(['Essieux', 'Essieu'])
    expect(codeLabel('EuCountryCode', 'AT', french)).toBe('Autriche (A)')
  })

  it('calls a field as the item that holds it alone, countries as Unicode does, and says how sure that is', () => {
    const french = speak({ language: 'fr', name: 'Français' })
    expect(labelOf(actualMass, french)).toBe('Masse réelle du véhicule')
    expect(wordingOf(actualMass, french)?.source).toBeTruthy()
    expect(codeLabel('EuCountryCode', 'UK', french)).toBe('Royaume-Uni')
    expect(codeLabel('EuLanguageCode', 'el', french)).toBe('grec')
  })

  it('may rest on German', () => {
    const austrian = speak({ language: 'de-AT', name: 'Österreichisch', base: 'de' })
    expect(text(austrian, 'screens.register')).toBe(text('de', 'screens.register'))
  })

  it('is spoken no more once it is taken away', () => {
    const french = speak({ language: 'fr', name: 'Français', labels: { Wheelbase: 'Empattement' } })
    speakToo([])
    expect(isLanguage(french)).toBe(false)
    expect(labelOf('CocDataGroup/DimensionGroup/Wheelbase', french)).toBe('Wheelbase')
  })

  it('as fetched and brought back says in every key what English says', () => {
    const swedish = speak(languageTemplate(tagged('sv')))
    expect(read(languageTemplate(tagged('sv')))).toMatchObject({ own: 0, faults: [], unknown: [] })
    expect(textKeys('en').filter((key) => text(swedish, key) !== text('en', key))).toEqual([])
  })

  it.each(added)('the file to translate fits as it is (%s)', (tag) => {
    const file = read(languageTemplate(tagged(tag)))
    expect([file.faults, file.unknown]).toEqual([[], []])
  })

  it('counts only what is said in words of its own', () => {
    const { own, total } = read({
      ...inUi({ screens: { register: 'Véhicules', settings: text('en', 'screens.settings') } }),
    })
    expect(own).toBe(1)
    expect(total).toBeGreaterThan(3000)
  })

  it('any text of any key is shown as it was written, if its placeholders are the same', () => {
    const keys = textKeys('en').filter((key) => key.startsWith('screens.'))
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.string({ minLength: 1, maxLength: 60 }), (key, words) => {
        fc.pre(words.trim() !== '' && !/\{\{|\$t\(/.test(words))
        const greek = speak({
          language: 'el',
          name: 'Ελληνικά',
          texts: { ui: { screens: { [key.slice(8)]: words } } },
        })
        expect(text(greek, key)).toBe(words)
      }),
    )
  })
})

describe('its plural forms', () => {
  const counted = {
    register: {
      total_one: '{{number}} pojazd',
      total_few: '{{number}} pojazdy',
      total_other: '{{number}} pojazdu',
    },
  }

  it('are those of the language; what is left out is said as the last', () => {
    const polish = speak({ language: 'pl', name: 'Polski', texts: { ui: counted } })
    expect(text(polish, 'register.total_few', { number: 3 })).toBe('3 pojazdy')
    expect(text(polish, 'register.total_many', { number: 5 })).toBe('5 pojazdu')
  })

  it('that it has not, and texts without the last, are refused', () => {
    expect(codeOf(inUi(counted))).toBe('language-plural-form')
    expect(codeOf(inUi({ register: { total_one: '{{number}} véhicule' } }))).toBe('language-plural-form')
  })
})

describe('what is refused, by name', () => {
  it.each([
    ['a number where a text stands', inUi({ screens: { register: 5 } }), 'language-text-is-none'],
    ['a text where texts stand', inUi({ screens: 'x' }), 'language-text-is-none'],
    ['a list', inUi({ screens: [] }), 'language-text-is-none'],
    [
      'a text without its placeholder',
      inUi({ frame: { 'acting-menu': 'Qui agit' } }),
      'language-placeholder-missing',
    ],
    [
      'a placeholder that nothing fills',
      inUi({ screens: { register: '{{vin}}' } }),
      'language-placeholder-unknown',
    ],
    [
      'a placeholder in another writing',
      inUi({ frame: { 'acting-menu': '{{ name }}' } }),
      'language-placeholder-unknown',
    ],
    [
      'a reference to another text',
      inUi({ screens: { register: '$t(screens.register)' } }),
      'language-text-refers',
    ],
    ['a text without end', inUi({ screens: { register: 'x'.repeat(4001) } }), 'language-text-too-long'],
    ['a shipped language', { language: 'de', name: 'x' }, 'language-shipped'],
    ['a shipped language in capitals', { language: 'EN', name: 'x' }, 'language-shipped'],
    ['a name that is no tag', { language: 'klingon', name: 'x' }, 'language-tag-unknown'],
    ['a tag of nobody', { language: 'xx', name: 'x' }, 'language-tag-unknown'],
    ['a way out of the folder', { language: '../fr', name: 'x' }, 'language-tag-unknown'],
    ['a file without a name', { language: 'fr' }, 'language-file-wrong'],
    ['a part of another program', { language: 'fr', name: 'x', messages: {} }, 'language-file-wrong'],
    ['no object', [], 'language-file-wrong'],
  ])('%s', (_, json, code) => {
    expect(codeOf(json)).toBe(code)
  })

  it('places that nobody knows are passed over and named, also those that JavaScript knows', () => {
    const json = JSON.parse(
      '{"language":"fr","name":"x","texts":{"ui":{"__proto__":{"a":"b"},"constructor":"c","nowhere":"d"}}}',
    )
    expect(read(json).unknown).toEqual(['ui.__proto__', 'ui.constructor', 'ui.nowhere'])
    expect(faultProblem(read(json))).toBeUndefined()
  })

  it('names the first texts with their faults and counts the others', () => {
    const file = read(inUi({ screens: { register: '{{a}}', sign: 5 } }))
    expect(faultProblem(file)?.args).toMatchObject({ places: 'ui.screens.sign', number: 1, others: 1 })
  })
})

describe('numbers and days in every language of the Union', () => {
  it.each([...shippedLanguages, ...added])('are read as they are shown (%s)', (tag) => {
    if (!isLanguage(tag)) speak({ language: tag, name: tag })
    if (!isLanguage(tag)) throw new Error(tag)
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 0, max: 99_999_999 }),
        (days, number) => {
          const day = new Date(days * 86_400_000).toISOString().slice(0, 10)
          expect(readDay(showDay(day, tag))).toBe(day)
          const decimal = `${Math.floor(number / 100)}.${number % 100}`.replace(/\.0$/, '')
          expect(readNumber(showNumber(decimal, tag), tag)).toBe(decimal)
          expect(String(localised(`${number} kg`, tag))).toMatch(/ kg$/)
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('a language that is written from right to left', () => {
  it('has its words, and the numbers and dates of its base, which no reader would find in pieces', () => {
    const arabic = speak({ language: 'ar', name: 'العربية', base: 'de' })
    expect(isRightToLeft(arabic)).toBe(true)
    expect(isRightToLeft('de')).toBe(false)
    expect(showDay('2026-02-26', arabic)).toBe(showDay('2026-02-26', 'de'))
    expect(showNumber('12345.5', arabic)).toBe(showNumber('12345.5', 'de'))
    const hebrew = speak({ language: 'he', name: 'עברית' })
    expect(showDay('2026-02-26', hebrew)).toBe('26/02/2026')
  })
})
