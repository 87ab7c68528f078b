import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

interface Entry {
  readonly version?: string
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

const read = <Value>(name: string): Value =>
  JSON.parse(readFileSync(join(fileURLToPath(new URL('../..', import.meta.url)), name), 'utf8')) as Value
const { packages } = read<{ readonly packages: Readonly<Record<string, Entry>> }>('package-lock.json')
const manifest = read<Manifest>('package.json')

/** Where Node finds a package from another: beside it, or in a `node_modules` above. */
function find(from: string, name: string): Entry | undefined {
  const here = packages[`${from === '' ? '' : `${from}/`}node_modules/${name}`]
  if (here || from === '') return here
  return find(from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1)), name)
}

describe('the lock file', () => {
  it('names the binaries of every system, or npm ci refuses it on the others', () => {
    const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies)
        .filter((name) => !find(place, name))
        .map((name) => `${name} of ${place}`),
    )
    expect(missing).toEqual([])
  })

  it('holds what package.json asks for, each in one exact version', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('has no install script that nobody decided on', () => {
    const scripts = Object.entries(packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length))
    expect(scripts.filter((name) => !(name in manifest.allowScripts))).toEqual([])
  })
})
