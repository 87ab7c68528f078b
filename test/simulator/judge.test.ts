import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  knownApproval,
  type MessageWish,
  makeSigner,
  signedMessage,
  type TestSigner,
  unsignedMessage,
} from '../electron/submission/a-signed-message.ts'
import { lacksShared, sharedFolder } from '../needs.ts'
import { judge, lookUp } from './judge.ts'
import { type Ledger, openLedger } from './ledger.ts'
import { type SimulatorWish, simulatorOptions } from './options.ts'

let signer: TestSigner
let stranger: TestSigner
let dir: string
let ledger: Ledger

beforeAll(async () => {
  signer = await makeSigner()
  stranger = await makeSigner('Nobody knows')
})
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'bodymark-judge-'))
  ledger = openLedger(dir)
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

const judgeBytes = (bytes: Uint8Array, reference: string, wish: SimulatorWish = {}) => {
  const options = simulatorOptions.parse({
    knownApprovals: [knownApproval],
    trustedSigners: [signer.certificatePem],
    ...wish,
  })
  const { outcome, receipt, reasons } = judge(reference, bytes, options, ledger)
  return { outcome, receipt, codes: reasons.map(({ code }) => code), reasons }
}
const judgeMessage = async (wish: MessageWish = {}, authority: SimulatorWish = {}, by = signer) => {
  const { bytes, reference } = await signedMessage(by, wish)
  return judgeBytes(bytes, reference, authority)
}
/** Signs, then changes what was signed. */
const judgeChanged = async (change: (xml: string) => string) => {
  const { bytes, reference } = await signedMessage(signer)
  const changed = change(Buffer.from(bytes).toString())
  expect(changed).not.toBe(Buffer.from(bytes).toString())
  return judgeBytes(Buffer.from(changed), reference)
}

describe('the training authority accepts', () => {
  it('a message in order, with a receipt that names itself as training', async () => {
    expect(await judgeMessage()).toMatchObject({ outcome: 'ACCEPTED', codes: [] })
    expect((await judgeMessage({ vin: 'W09ZZZTRA7N000118' })).receipt).toMatch(/^TRAINING-/)
  })

  it('a plain XMLDSig signature as well as XAdES', async () => {
    const reference = randomUUID()
    const bytes = await signer.sign(unsignedMessage({ reference }), 'xmldsig')
    expect(judgeBytes(bytes, reference).outcome).toBe('ACCEPTED')
  })

  it('what it has accepted before, with the same receipt, also after a restart', async () => {
    const { bytes, reference } = await signedMessage(signer)
    const first = judgeBytes(bytes, reference)
    ledger = openLedger(dir)
    expect(judgeBytes(bytes, reference.toUpperCase())).toEqual(first)
    expect(ledger.entries).toHaveLength(1)
    expect(lookUp(reference, ledger)).toMatchObject({ outcome: 'ACCEPTED', receipt: first.receipt })
  })

  it('a correction with a new reference and a higher version number', async () => {
    await judgeMessage()
    expect((await judgeMessage({ version: 2 })).outcome).toBe('ACCEPTED')
  })

  it('a rejected message anew, once the authority knows its approval', async () => {
    const { bytes, reference } = await signedMessage(signer)
    expect(judgeBytes(bytes, reference, { knownApprovals: [] }).codes).toEqual(['APPROVAL-UNKNOWN'])
    expect(judgeBytes(bytes, reference).outcome).toBe('ACCEPTED')
  })
})

describe('the training authority refuses for the signature', () => {
  it('one changed character of a value', async () => {
    expect((await judgeChanged((xml) => xml.replace('Fahrgut GmbH<', 'Fahrgut GmbX<'))).codes).toEqual([
      'SIGNATURE',
    ])
  })

  it('a changed digest, a changed value, a changed property', async () => {
    const flip = (text: string) => (text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`)
    for (const element of ['DigestValue', 'SignatureValue']) {
      const value = new RegExp(`(:${element}[^>]*>\\s*|<${element}[^>]*>\\s*)([^<]+)`)
      const judged = await judgeChanged((xml) => xml.replace(value, (_, start, text) => start + flip(text)))
      expect(judged.codes, element).toContain('SIGNATURE')
    }
    const judged = await judgeChanged((xml) => xml.replace(/(SigningTime>\d{3})\d/, '$19'))
    expect(judged.codes).toContain('SIGNATURE')
  })

  it.each<readonly [string, (xml: string) => string, string]>([
    [
      'covers less than the document',
      (xml) => xml.replace('URI=""', 'URI="#part"'),
      'not to the whole document',
    ],
    [
      'has a digest by SHA-1',
      (xml) => xml.replace('xmlenc#sha256', 'xmldsig#sha1').replace('2001/04/xmldsig#', '2000/09/xmldsig#'),
      'digest is not SHA-256',
    ],
    [
      'takes something out before it is computed',
      (xml) => xml.replace('xmldsig#enveloped-signature', 'xmldsig#base64'),
      'other transforms',
    ],
    [
      'bears an Id twice',
      (xml) => xml.replace(/(<CocDataGroup)(>[\s\S]*Signature[^>]*?( Id="[^"]+"))/, '$1$3$2'),
      'Id',
    ],
  ])('one that %s, before it is even computed', async (_what, change, text) => {
    const { reasons } = await judgeChanged(change)
    expect(reasons.find(({ code }) => code === 'SIGNATURE')?.text).toContain(text)
  })

  it('somebody who is not on its list', async () => {
    expect((await judgeMessage({}, {}, stranger)).codes).toEqual(['SIGNER'])
    const print = stranger.session.certificateDer
    const hex = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(print))).toString('hex')
    const colons = hex.toUpperCase().match(/../g)?.join(':') ?? ''
    expect((await judgeMessage({}, { trustedSigners: [colons] }, stranger)).outcome).toBe('ACCEPTED')
  })

  it('none, two, or one in another place', async () => {
    const reference = randomUUID()
    const unsigned = Buffer.from(unsignedMessage({ reference }))
    expect(judgeBytes(unsigned, reference).codes).toContain('SIGNATURE')
    const element = /<(\w+:)?Signature [\s\S]*<\/(\w+:)?Signature>/
    const twice = await judgeChanged((xml) => xml.replace(element, '$&$&'))
    expect(twice.codes).toContain('SIGNATURE')
    const moved = await judgeChanged((xml) => {
      const signature = element.exec(xml)?.[0] ?? ''
      return xml.replace(signature, '').replace('<CocDataGroup>', `${signature}<CocDataGroup>`)
    })
    expect(moved.codes).toContain('SIGNATURE')
    const inside = await judgeChanged((xml) => {
      const signature = element.exec(xml)?.[0] ?? ''
      return xml.replace(signature, '').replace('</CocDataGroup>', `${signature}</CocDataGroup>`)
    })
    expect(inside.codes).toContain('SIGNATURE')
  })

  it.skipIf(lacksShared)('the decoration of an official example (needs the official files)', () => {
    const bytes = readFileSync(join(sharedFolder, 'ivi', 'sample-N2-complete-electric.xml'))
    const reference = /<IviReferenceId>([^<]+)/.exec(bytes.toString())?.[1] ?? ''
    expect(judgeBytes(bytes, reference).codes).toContain('SIGNATURE')
  })
})

describe('the training authority refuses for the content', () => {
  it.each<readonly [string, MessageWish, string, string]>([
    ['a VIN with a letter that is none', { vin: 'W09ZZZTRAIN000117' }, 'VIN', 'VehicleIdentificationNumber'],
    [
      'an approval that it does not know',
      { approval: 'e4*2018/858*00001*00' },
      'APPROVAL-UNKNOWN',
      'TypeApprovalNumber',
    ],
    [
      'an extension that it does not know',
      { approval: 'e4*2018/858*00917*02' },
      'APPROVAL-EXTENSION',
      'TypeApprovalNumber',
    ],
  ])('%s', async (_what, wish, code, field) => {
    const { reasons, outcome } = await judgeMessage(wish)
    expect(outcome).toBe('REJECTED')
    expect(reasons).toMatchObject([{ code, field: `/InitialVehicleInformation/CocDataGroup/${field}` }])
  })

  it('a field of another category, such as a colour on M2', async () => {
    const more = '<ColourTable><ColourGroup><Colour>5</Colour></ColourGroup></ColourTable>'
    expect((await judgeMessage({ category: 'M1', more })).outcome).toBe('ACCEPTED')
    const { reasons } = await judgeMessage({ category: 'M2', more, vin: 'W09ZZZTRA7N000120' })
    expect(reasons).toEqual([
      {
        code: 'NOT-RELEVANT',
        text: 'Colour does not belong to a vehicle of category M2',
        field: '/InitialVehicleInformation/CocDataGroup/ColourTable/ColourGroup/Colour',
      },
    ])
  })

  it('a coupling table on M1, and couplings that can be fitted on a complete vehicle', async () => {
    const table = (name: string, field: string) =>
      `<${name}Table><${name}Group>${field}</${name}Group></${name}Table>`
    const more =
      table('MechanicalCoupling', '<MechanicalCouplingNumber>1</MechanicalCouplingNumber>') +
      table(
        'MechanicalCouplingCanBeFitted',
        '<MechanicalCouplingCanBeFittedType>X</MechanicalCouplingCanBeFittedType>',
      )
    const { codes } = await judgeMessage({ category: 'M1', more })
    expect(codes).toEqual(expect.arrayContaining(['COUPLING', 'COUPLING-FITTABLE']))
  })

  it('a message that the schema does not take, naming the element and the line', async () => {
    const { reasons } = await judgeMessage({ more: '<Colour>PINK</Colour>' })
    expect(reasons[0]).toMatchObject({ code: 'SCHEMA', field: 'Colour' })
    expect(reasons[0]?.text).toMatch(/^line \d+: /)
  })

  it('a reference that was used for something else, and one that the document does not bear', async () => {
    const { reference } = await signedMessage(signer)
    await judgeMessage({ reference })
    expect((await judgeMessage({ reference, version: 2 })).codes).toContain('REFERENCE-USED')
    const { bytes } = await signedMessage(signer, { vin: 'W09ZZZTRA7N000119' })
    expect(judgeBytes(bytes, randomUUID()).codes).toEqual(['REFERENCE-DIFFERS'])
  })

  it('a vehicle that is registered already, under whatever reference', async () => {
    await judgeMessage()
    expect((await judgeMessage()).codes).toEqual(['DUPLICATE'])
  })

  it('what is no XML, has a document type, or is no IVI 2.0 message', () => {
    const reference = randomUUID()
    const outcomes = ['<a', '<!DOCTYPE a><a/>', '', '<a/>', '<InitialVehicleInformation xmlns="urn:1"/>'].map(
      (xml) => judgeBytes(Buffer.from(xml), reference).codes.at(-1),
    )
    expect(outcomes).toEqual(['NOT-XML', 'NOT-XML', 'NOT-XML', 'NOT-IVI', 'NOT-IVI'])
  })
})

describe('the training authority looks at the stages', () => {
  const base = 'e1*2018/858*00044*03'
  const previous = (approval: string, variant = 'CH1', version = 'V1') =>
    `<PreviousStageTypeApprovalNumber>${approval}</PreviousStageTypeApprovalNumber>` +
    `<PreviousStageType>CH</PreviousStageType><PreviousStageVariant>${variant}</PreviousStageVariant>` +
    `<PreviousStageVersion>${version}</PreviousStageVersion>`
  const second = { stage: 'V', stageNumber: 2 } as const
  const vin = 'W09ZZZTRA7N000117'

  it('a later stage names the one before it', async () => {
    expect((await judgeMessage(second)).codes).toEqual(['STAGE-PREVIOUS'])
  })

  it('whose approval it knows', async () => {
    const wish = { ...second, previous: previous(base) }
    expect((await judgeMessage(wish)).codes).toEqual(['STAGE-APPROVAL'])
    expect((await judgeMessage(wish, { knownApprovals: [knownApproval, base] })).outcome).toBe('ACCEPTED')
  })

  it('and which is not itself', async () => {
    const wish = { ...second, previous: previous(knownApproval, 'A1', '01') }
    expect((await judgeMessage(wish)).codes).toEqual(['STAGE-SAME'])
  })

  it('with earlier stages on its books, the VIN must be theirs', async () => {
    const wish = { ...second, previous: previous(base) }
    const known = (earlier: string, approval: string) => ({ earlierStages: [{ vin: earlier, approval }] })
    expect((await judgeMessage(wish, known('W09ZZZTRA7N000999', base))).codes).toEqual(['STAGE-VIN'])
    expect((await judgeMessage(wish, known(vin, 'e1*2018/858*00044*01'))).codes).toEqual(['STAGE-APPROVAL'])
    expect((await judgeMessage(wish, known(vin, base))).outcome).toBe('ACCEPTED')
  })
})
