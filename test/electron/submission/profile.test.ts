import { describe, expect, it } from 'vitest'
import { findNapProfile, loadNapProfiles } from '../../../electron/submission/load-profiles.ts'
import { parseNapProfile } from '../../../electron/submission/profile.ts'
import { demoProfile } from './a-nap.ts'

const demo = demoProfile()

describe('a NAP profile', () => {
  it('every shipped one is whole, and each fact says where it comes from', () => {
    const profiles = loadNapProfiles()
    expect(profiles.map(({ id }) => id)).toEqual(['demo', 'eucaris-soap'])
    for (const { facts } of profiles) {
      for (const { source } of Object.values(facts)) expect(source).not.toBe('')
    }
    expect(findNapProfile('nowhere')).toBeUndefined()
  })

  it('the template does not pretend to know what no authority has published', () => {
    const template = findNapProfile('eucaris-soap')
    expect(template).toMatchObject({ kind: 'template', repeatSafe: false })
    expect(template?.facts.envelope.certainty).toBe('unknown')
    expect(template?.facts.repeatSafe.certainty).toBe('unknown')
  })

  it.each([
    ['an unknown key', { ...demo, colour: 'red' }, '/'],
    ['another transport', { ...demo, transport: 'pigeon' }, 'transport'],
    ['a fact without a source', { ...demo, facts: { ...demo.facts, fault: undefined } }, 'facts.fault'],
    [
      'two documents',
      { ...demo, submit: { ...demo.submit, parts: [...demo.submit.parts, ...demo.submit.parts] } },
      'submit.parts',
    ],
    ['an XPath that is none', { ...demo, answer: { ...demo.answer, receipt: 'nap:a[' } }, 'answer.receipt'],
    [
      'a prefix without a namespace',
      { ...demo, answer: { ...demo.answer, reference: 'x:a' } },
      'answer.reference',
    ],
    [
      'an element name that is none',
      { ...demo, submit: { ...demo.submit, element: 'a b' } },
      'submit.element',
    ],
  ])('with %s is refused, naming the place', (_what, json, place) => {
    expect(parseNapProfile(json)).toMatchObject({
      ok: false,
      problem: { code: 'nap-profile-invalid', args: { place } },
    })
  })

  it('a colon inside a text or an axis is no prefix', () => {
    const receipt = "child::nap:Receipt[. != 'a:b']"
    expect(parseNapProfile({ ...demo, answer: { ...demo.answer, receipt } }).ok).toBe(true)
  })
})
