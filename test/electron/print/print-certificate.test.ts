import { describe, expect, it } from 'vitest'
import { printCertificate } from '../../../electron/print/print-certificate.ts'
import { fieldIndex } from '../../../shared/ivi/catalogue.ts'
import { leavesOf } from '../../../shared/ivi/message.ts'
import { schemaPath } from '../../../shared/ivi/path.ts'
import { lacksShared, lacksTool } from '../../needs.ts'
import { catalogue, certificate, completed, example, message } from './a-certificate.ts'
import { fontsOf, infoOf, pagesOf, qrOf, squeezed, structureOf, textOf } from './read-pdf.ts'

const lacksPoppler = lacksTool('pdftotext')
const reference = completed['Header/IviReferenceId']

/** Values that the statement says in words. */
const inWords: Readonly<Record<string, string>> = {
  'CocDataGroup/StageOfCompletion': 'Model A – complete vehicles',
  'CocDataGroup/TypeApprovalType': 'EU CERTIFICATE OF CONFORMITY',
  'CocDataGroup/RightLeftHandTraffic': 'right-hand',
  'CocDataGroup/MetricImperialSpeedometer': 'metric units for the speedometer',
  'CocDataGroup/MetricImperialOdometer': 'metric units for the odometer',
}

describe.skipIf(lacksShared || lacksPoppler)('the official examples on paper', () => {
  for (const name of ['sample-M1-hybrid', 'sample-N2-complete-electric'] as const) {
    it(`${name}: every value stands on the pages`, () => {
      const printed = example(name)
      const text = squeezed(textOf(printCertificate(printed).bytes)).toLowerCase()
      const lost = [...leavesOf(printed.tree)].filter(([path, value]) => {
        const type = fieldIndex(catalogue).get(schemaPath(path))?.type.name
        const said = type === 'Indicator' ? { Y: 'yes', N: 'no' }[value] : inWords[schemaPath(path)]
        return !text.includes(squeezed(said ?? value).toLowerCase())
      })
      expect(lost).toEqual([])
    })

    it(`${name}: each page says that the signature does not hold, and nobody is named as signer`, () => {
      const pages = pagesOf(printCertificate(example(name)).bytes)
      expect(pages.length).toBeGreaterThan(2)
      for (const page of pages) expect(page).toContain('SIGNATURE NOT VALID – NOT A CERTIFICATE')
      expect(pages.join('')).not.toContain('signed electronically')
    })
  }
})

describe.skipIf(lacksPoppler)('a certificate as PDF', () => {
  it('has its fonts in it, subset and with their letters’ meaning, and no other', () => {
    const fonts = fontsOf(printCertificate(certificate(message(completed))).bytes)
    expect(fonts).toHaveLength(2)
    for (const font of fonts)
      expect(font).toMatch(/^\w{6}\+SourceSans3-\w+ +CID TrueType +Identity-H +yes yes yes/)
  })

  it('is tagged: headings, rows with their names, tables with heads; titled by its VIN', () => {
    const { bytes } = printCertificate(certificate(message(completed)))
    const info = infoOf(bytes)
    expect(info).toMatch(/^Title: +EU CERTIFICATE OF CONFORMITY ZZZFT35CHTX000101$/m)
    expect(info).toMatch(/^Tagged: +yes$/m)
    expect(info).toMatch(/^CreationDate: .*2026/m)
    const structure = structureOf(bytes)
    expect(structure).toMatch(/^ {2}H1 .*\n +"EU CERTIFICATE OF CONFORMITY "/m)
    expect(structure).toMatch(/H2 .*\n +"Part 2 "/)
    expect(structure).toMatch(
      /TH.*\n +\/Scope \/Row\n +"13\.2\. Actual mass of this vehicle "\n +TD\S*\n +"2645 kg "/,
    )
    // What repeats at each page's head and foot is no part of the text.
    expect(structure).not.toContain('Page 1 of')
  })

  it('says that it is PDF/UA, and lists no glyphs: an incomplete list would make that untrue', () => {
    const { bytes } = printCertificate(certificate(message(completed)))
    const written = Buffer.from(bytes).toString('latin1')
    expect(written).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(written).not.toContain('/CIDSet')
  })

  it('gives the same bytes for the same certificate', () => {
    const once = printCertificate(certificate(message(completed)))
    const again = printCertificate(certificate(message(completed)))
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0)
    const german = printCertificate(certificate(message(completed), { language: 'de' }))
    expect(Buffer.compare(once.bytes, german.bytes)).not.toBe(0)
  })

  it('says on each page which certificate it is: reference, version, hash, page', () => {
    const { bytes, pages } = printCertificate(certificate(message(completed), { sha256: 'ab12'.repeat(16) }))
    const read = pagesOf(bytes)
    expect(read).toHaveLength(pages)
    for (const [at, page] of read.entries()) {
      expect(page).toContain(`Reference: ${reference} · version 2`)
      expect(page).toContain(`SHA-256 of the signed file: ${'ab12'.repeat(16)}`)
      expect(page).toContain(`Page ${at + 1} of ${pages}`)
      expect(page).toContain(
        'The signed electronic certificate with this reference alone is legally binding.',
      )
    }
  })

  it.skipIf(lacksTool('zbarimg'))('carries its reference as a QR code', () => {
    expect(qrOf(printCertificate(certificate(message(completed))).bytes)).toBe(reference)
  })

  it('tells a draft, a duplicate and a replaced certificate on each page', () => {
    const marks = {
      draft: 'DRAFT – NOT A CERTIFICATE',
      replaced: 'REPLACED BY A LATER VERSION',
    }
    for (const [standing, mark] of Object.entries(marks)) {
      const { bytes } = printCertificate(certificate(message(completed), { standing: standing as 'draft' }))
      for (const page of pagesOf(bytes)) expect(page).toContain(mark)
    }
    const { bytes } = printCertificate(certificate(message(completed), { duplicate: true }))
    for (const page of pagesOf(bytes)) {
      expect(page).toContain('DUPLICATE')
      expect(page).not.toContain('NOT A CERTIFICATE')
    }
  })

  it('keeps its marks clear of the title and the VIN on each later page', () => {
    for (const language of ['en', 'de', 'fr', 'nl']) {
      const marked = certificate(message(completed), { standing: 'replaced', duplicate: true, language })
      for (const page of pagesOf(printCertificate(marked).bytes).slice(1)) {
        // What overlaps is read as one word.
        const head = page
          .split('\n')
          .slice(0, 3)
          .join(' ')
          .trim()
          .split(/\s{2,}/)
        expect(head).toContain(completed.VehicleIdentificationNumber)
      }
    }
    const invalid = certificate(message(completed), { standing: 'invalid', language: 'de' })
    for (const page of pagesOf(printCertificate(invalid).bytes).slice(1)) {
      expect(page).toMatch(/EU-ÜBEREINSTIMMUNGSBESCHEINIGUNG\s/)
      expect(page).toMatch(/\sUNTERSCHRIFT UNGÜLTIG – KEINE BESCHEINIGUNG\s/)
    }
  })

  it('parts only the longest names of a table’s columns', () => {
    const tyre = 'AxleTable/AxleGroup[1]/TyreAxleTable/TyreAxleGroup[1]'
    const { bytes } = printCertificate(
      certificate(
        message({
          ...completed,
          'AxleTable/AxleGroup[1]/AxleNumber': '1',
          [`${tyre}/TyreNumber`]: '1',
          [`${tyre}/TyreSize`]: '315/80R22.5',
          [`${tyre}/LoadCapacityIndexSingleWheel`]: '156',
          [`${tyre}/LoadCapacityIndexTwinWheel`]: '150',
          [`${tyre}/SpeedCategorySymbol`]: 'L',
          [`${tyre}/RimSize`]: '9.00X22.5',
          [`${tyre}/RimOffSet`]: '175',
          [`${tyre}/RollingResistanceClass`]: 'B',
          [`${tyre}/TyreClassification`]: 'C3',
          [`${tyre}/TyreFittedProductionIndicator`]: 'Y',
        }),
        { language: 'de' },
      ),
    )
    const text = textOf(bytes)
    for (const word of ['Achse', 'Reifengröße', 'Reifenklasse', 'montierte', 'Bereifung'])
      expect(text).toMatch(new RegExp(`(^|\\s)${word}(\\s|$)`, 'm'))
  })

  it('is made of a damaged message too, whose reference no code could hold', () => {
    const damaged = certificate(
      message({
        ...completed,
        'Header/IviReferenceId': 'x'.repeat(5000),
        VehicleIdentificationNumber: 'V'.repeat(300),
      }),
      { standing: 'invalid' },
    )
    const pages = pagesOf(printCertificate(damaged).bytes)
    expect(squeezed(pages.join(''))).toContain('x'.repeat(1000))
    for (const page of pages) expect(page).toContain('SIGNATURE NOT VALID – NOT A CERTIFICATE')
  })

  it('sets a text without a space as fast as one with', () => {
    const remark = {
      'RemarkTable/RemarkGroup[1]/RemarkSubjectDescription': 'RMRKS',
      'RemarkTable/RemarkGroup[1]/RemarkSubjectLanguage': 'en',
      'RemarkTable/RemarkGroup[1]/Remark': 'W'.repeat(2000),
    }
    const begun = performance.now()
    const { bytes } = printCertificate(certificate(message({ ...completed, ...remark })))
    expect(performance.now() - begun).toBeLessThan(2000)
    expect(squeezed(textOf(bytes))).toContain('W'.repeat(2000))
  })

  it('never parts what is certified from the line that it is signed on, however full the page', () => {
    for (let lines = 1; lines <= 60; lines += 1) {
      const filler = { Type: Array.from({ length: lines * 4 }, () => 'LONGNAME').join(' ') }
      const pages = pagesOf(printCertificate(certificate(message({ ...completed, ...filler }))).bytes)
      const at = pages.findIndex((page) => page.includes('conforms in all respects'))
      expect(pages[at]).toMatch(/Place +Date +Signature/)
    }
  })

  it('shows an empty draft as one', () => {
    const { bytes, pages } = printCertificate(certificate({}, { standing: 'draft', language: 'de' }))
    expect(pages).toBeLessThan(3)
    const text = textOf(bytes)
    expect(text).toContain('ENTWURF – KEINE BESCHEINIGUNG')
    expect(text).toContain('Referenz: noch keine')
  })

  it('lets a remark of 4,000 letters flow over the page’s end without losing one', () => {
    const words = Array.from({ length: 700 }, (_, at) => `W${String(at).padStart(3, '0')}`)
      .join(' ')
      .slice(0, 4000)
    const remark = {
      'RemarkTable/RemarkGroup[1]/RemarkSubjectDescription': 'RMRKS',
      'RemarkTable/RemarkGroup[1]/RemarkSubjectLanguage': 'en',
      'RemarkTable/RemarkGroup[1]/Remark': words,
    }
    const filler = Object.fromEntries(
      Array.from({ length: 40 }, (_, at) => [
        `AdvancedSafetySystemsTable/AdvancedSafetySystemsGroup[${at + 1}]/AdvancedSafetySystem`,
        'EDR',
      ]),
    )
    const { bytes } = printCertificate(certificate(message({ ...completed, ...remark, ...filler })))
    const pages = pagesOf(bytes)
    expect(
      squeezed(pages.join('').replace(/EU CERTIFICATE[^\n]*|Reference:[^\n]*|Printout[^\n]*/g, '')),
    ).toContain(squeezed(words.slice(0, 2000)))
    for (const word of words.split(' ')) expect(pages.join('\n')).toContain(word)
  })

  it('shows ten axles with all their tyres', () => {
    const axles = Object.fromEntries(
      Array.from({ length: 10 }, (_, at) => {
        const row = `AxleTable/AxleGroup[${at + 1}]`
        const tyre = `${row}/TyreAxleTable/TyreAxleGroup[1]`
        return [
          [`${row}/AxleNumber`, String(at + 1)],
          [`${row}/TechnicallyPermissibleMassAxle`, String(7000 + at)],
          [`${tyre}/TyreNumber`, '1'],
          [`${tyre}/TyreSize`, `315/${70 + at}R22.5`],
          [`${tyre}/LoadCapacityIndexSingleWheel`, '154'],
        ]
      }).flat(),
    )
    const text = textOf(printCertificate(certificate(message({ ...completed, ...axles }))).bytes)
    for (let at = 0; at < 10; at += 1) {
      expect(text).toContain(`axle ${at + 1}: ${7000 + at} kg`)
      expect(text).toMatch(new RegExp(`^ +${at + 1} +315/${70 + at}R22\\.5 +154`, 'm'))
    }
  })
})
