import { describe, expect, it } from 'vitest'
import { missingPackages } from '../../build/set-up/libraries.mjs'
import { isOnPath, lackingTools, testTools } from '../../build/set-up/system-tools.mjs'

const lock = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/zod': { version: '4.6.7' },
    'node_modules/for-another-system': { version: '1.0.0', optional: true },
  },
}

describe('set-up finds out whether the libraries are installed', () => {
  it('wants everything where nothing is installed', () => {
    expect(missingPackages(lock, {})).toEqual(['node_modules/zod'])
  })

  it('wants nothing where each package stands in its version, whoever installed it', () => {
    expect(missingPackages(lock, { packages: { 'node_modules/zod': { version: '4.6.7' } } })).toEqual([])
  })

  it('wants a package that stands in another version, also where it is optional', () => {
    const installed = {
      packages: {
        'node_modules/zod': { version: '4.6.6' },
        'node_modules/for-another-system': { version: '0.9.0' },
      },
    }
    expect(missingPackages(lock, installed)).toEqual(['node_modules/zod', 'node_modules/for-another-system'])
  })
})

describe('set-up finds out which system tools are missing', () => {
  it('names the tools that are not there with the package that brings them', () => {
    const lacking = lackingTools(testTools, (tool) => tool !== 'xmllint')
    expect(lacking.map(({ tool, debian }) => [tool, debian])).toEqual([['xmllint', 'libxml2-utils']])
  })

  it('sees a program on the path and does not see an invented one', () => {
    expect(isOnPath('node')).toBe(true)
    expect(isOnPath('no-such-program-anywhere')).toBe(false)
  })
})
