import { describe, expect, it } from 'vitest'
import { printable } from '../../../electron/print/fonts.ts'
import { printCertificate } from '../../../electron/print/print-certificate.ts'
import { lacksTool } from '../../needs.ts'
import { certificate, completed, message } from './a-certificate.ts'
import { squeezed, textOf } from './read-pdf.ts'

/** The letters that each official language of the EU has beside those of English. */
const letters = {
  bg: 'АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЬЮЯ абвгдежзийклмнопрстуфхцчшщъьюя Ѝѝ',
  cs: 'ÁČĎÉĚÍŇÓŘŠŤÚŮÝŽ áčďéěíňóřšťúůýž',
  da: 'ÆØÅ æøå',
  de: 'ÄÖÜẞ äöüß',
  el: 'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω ΆΈΉΊΌΎΏΪΫ άέήίόύώϊϋΐΰ',
  en: 'naïve café',
  es: 'ÁÉÍÑÓÚÜ áéíñóúü ¿¡ºª',
  et: 'ÄÕÖÜŠŽ äõöüšž',
  fi: 'ÄÖÅ äöå',
  fr: 'ÀÂÆÇÉÈÊËÎÏÔŒÙÛÜŸ àâæçéèêëîïôœùûüÿ «»’',
  ga: 'ÁÉÍÓÚ áéíóú Ḃḃ Ċċ Ḋḋ Ḟḟ Ġġ Ṁṁ Ṗṗ Ṡṡ Ṫṫ',
  hr: 'ČĆĐŠŽ čćđšž',
  hu: 'ÁÉÍÓÖŐÚÜŰ áéíóöőúüű',
  it: 'ÀÈÉÌÒÙ àèéìòù',
  lt: 'ĄČĘĖĮŠŲŪŽ ąčęėįšųūž',
  lv: 'ĀČĒĢĪĶĻŅŠŪŽ āčēģīķļņšūž',
  mt: 'ĊĠĦŻ ċġħż',
  nl: 'ÁÉËÏÓÖÚÜ áéëïóöúü ĳ',
  pl: 'ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż',
  pt: 'ÃÁÂÀÇÉÊÍÕÓÔÚ ãáâàçéêíõóôú',
  ro: 'ĂÂÎȘȚ ăâîșț ŞŢşţ',
  sk: 'ÁÄČĎÉÍĹĽŇÓÔŔŠŤÚÝŽ áäčďéíĺľňóôŕšťúýž',
  sl: 'ČŠŽ čšž',
  sv: 'ÅÄÖ åäö',
} as const

describe.skipIf(lacksTool('pdftotext'))('letters on paper', () => {
  it('of all 24 languages of the EU come back as they were written', () => {
    expect(Object.keys(letters)).toHaveLength(24)
    const remarks = Object.entries(letters).flatMap(([language, text], at) => [
      [`RemarkTable/RemarkGroup[${at + 1}]/RemarkSubjectDescription`, 'ADINF'],
      [`RemarkTable/RemarkGroup[${at + 1}]/RemarkSubjectLanguage`, language],
      [`RemarkTable/RemarkGroup[${at + 1}]/Remark`, text],
    ])
    const tree = message({ ...completed, ...Object.fromEntries(remarks) })
    const read = squeezed(textOf(printCertificate(certificate(tree)).bytes))
    const lost = Object.entries(letters).filter(([, text]) => !read.includes(squeezed(text)))
    expect(lost).toEqual([])
  })

  it('of a Greek and a Bulgarian make stand in strong type too', () => {
    const tree = message({ ...completed, 'MakeTable/MakeGroup[1]/Make': 'ΕΛΛΗΝΙΚΆ ΑΜΑΞΏΜΑΤΑ · КАРОСЕРИИ' })
    expect(textOf(printCertificate(certificate(tree)).bytes)).toContain('ΕΛΛΗΝΙΚΆ ΑΜΑΞΏΜΑΤΑ · КАРОСЕРИИ')
  })

  it('that the typeface lacks are told by number, never left out', () => {
    expect(printable('山 TRUCK')).toBe('[U+5C71] TRUCK')
    expect(printable('u\u0308')).toBe('ü')
  })
})
