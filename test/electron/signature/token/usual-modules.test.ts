import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findUsualModules } from '../../../../electron/signature/token/usual-modules.ts'
import table from '../../../../schemas/tokens/modules.json' with { type: 'json' }

test('only libraries that are there are named, one of each vendor, for this system', () => {
  const found = findUsualModules()
  expect(found.every((path) => existsSync(path))).toBe(true)
  const vendors = table.modules.filter(({ path }) => found.includes(path)).map(({ vendor }) => vendor)
  expect(new Set(vendors).size).toBe(vendors.length)
})

test('every usual place says where it is known from and how surely', () => {
  for (const { source, certainty, platform } of table.modules) {
    expect(source).not.toBe('')
    expect(['high', 'medium', 'low']).toContain(certainty)
    expect(['win32', 'darwin', 'linux']).toContain(platform)
  }
})
