import { describe, expect, test } from 'vitest'
import { findRelease, findTreeRelease } from '../../../electron/ivi-xml/find-release.ts'
import { loadCatalogue } from '../../../electron/ivi-xml/load-catalogue.ts'
import { readSchema } from '../../../electron/ivi-xml/read-schema.ts'
import { sideBySide } from '../../../shared/ivi/releases.ts'
import { changed, release21, renumbered, schemaText } from './changed-schema.ts'

const v2 = 'http://eu.ereg.initialvehicleinformation.v2'
const v3 = 'http://eu.ereg.initialvehicleinformation.v3'

function read(xsd: string) {
  const found = readSchema(Buffer.from(xsd))
  if (!found.ok) throw new Error(found.problem.code)
  return found.value
}
const later = read(changed(schemaText(), ...renumbered('3.0'), { from: new RegExp(v2, 'g'), to: v3 }))
const releases = sideBySide([loadCatalogue(), read(release21()), later], '2.0')

const message = (namespace: string, release: string) =>
  Buffer.from(
    `<i:InitialVehicleInformation xmlns:i="${namespace}"><i:Header>${
      release && `<i:IviVersionNumberXsd>${release}</i:IviVersionNumberXsd>`
    }</i:Header></i:InitialVehicleInformation>`,
  )

function found(bytes: Uint8Array, among = releases) {
  const release = findRelease(bytes, among)
  return release.ok ? release.value.release : { code: release.problem.code, ...release.problem.args }
}

describe('a message is read by its own release', () => {
  test.each([
    ['what the header states decides among releases of one namespace', v2, '2.1', '2.1'],
    ['another namespace is another generation', v3, '3.0', '3.0'],
    ['one that states nothing is read by the release in use', v2, '', '2.0'],
    ['one that states nonsense is left to its namespace', v3, 'latest', '3.0'],
    ['a number of another namespace is refused by that of its own', v3, '2.0', '3.0'],
  ])('%s', (_, namespace, stated, release) => {
    expect(found(message(namespace, stated))).toBe(release)
  })

  test.each([
    ['an unknown number', v2, '2.7', '2.7'],
    ['an unknown generation', 'http://eu.ereg.initialvehicleinformation.v4', '4.0', '4.0'],
    ['an unknown generation that states nothing', 'http://eu.ereg.initialvehicleinformation.v4', '', '4.x'],
  ])('%s is named as such', (_, namespace, stated, release) => {
    expect(found(message(namespace, stated))).toEqual({
      code: 'ivi-other-release',
      release,
      known: '2.0, 2.1, 3.0',
    })
  })

  test('a tree that is no file yet is known by its header alone', () => {
    const of = (tree: unknown) => {
      const release = findTreeRelease(tree, releases)
      return release.ok ? release.value.release : release.problem.code
    }
    expect(of({ Header: { IviVersionNumberXsd: '2.1' } })).toBe('2.1')
    expect(of({ InitialVehicleInformation: { Header: { IviVersionNumberXsd: '3.0' } } })).toBe('3.0')
    expect(of({ Header: { IviVersionNumberXsd: '9.9' } })).toBe('ivi-other-release')
    expect(of([])).toBe('2.0')
  })
})

describe('the number of a schema’s release', () => {
  const numbered = (xsd: string, release?: string) => {
    const answer = readSchema(Buffer.from(xsd), { release })
    return answer.ok ? answer.value.release : answer.problem.code
  }
  const [stated, comment] = renumbered('2.4')
  if (!stated || !comment) throw new Error('a number stands in two places')
  const free = { from: /(name="IviVersionNumberXsd">[\s\S]*?)<xs:enumeration value="2\.0"\/>/, to: '$1' }
  const two = {
    from: '<xs:enumeration value="2.0"/>',
    to: '<xs:enumeration value="2.0"/><xs:enumeration value="2.4"/>',
  }
  const silent = { from: /Version:\s*2\.0/, to: '' }

  test.each([
    ['is what its messages state', [stated, comment], undefined, '2.4'],
    ['also without a comment', [stated, silent], undefined, '2.4'],
    ['is not the comment’s alone', [comment], undefined, 'schema-release-unclear'],
    ['is settled by a person', [comment], '2.0', '2.0'],
    ['never against its messages', [comment], '2.4', 'schema-release-not-stated'],
    ['is the comment’s where messages may state anything', [free, comment], undefined, '2.4'],
    ['is a person’s where nothing says it', [free, silent], '2.4', '2.4'],
    ['is asked for where nothing says it', [free, silent], undefined, 'schema-without-release'],
    ['is chosen by the comment among several', [two, comment], undefined, '2.4'],
    ['is a number', [free, silent], 'next', 'schema-release-number'],
  ])('%s', (_, changes, asked, answer) => {
    expect(numbered(changed(schemaText(), ...changes), asked)).toBe(answer)
  })
})
