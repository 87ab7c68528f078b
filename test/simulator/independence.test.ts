import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

describe('the training authority judges by itself', () => {
  it('imports nothing of the product but shared words, facts and throw-away keys', () => {
    const own = readdirSync(import.meta.dirname).filter((name) => /^(?!.*\.test\.ts$).*\.ts$/.test(name))
    const foreign = own.flatMap((name) =>
      [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/from '(\.\.\/[^']+)'/g)]
        .map(([, target]) => target ?? '')
        .filter(
          (target) =>
            !/^\.\.\/(\.\.\/(shared|schemas)\/|\.\.\/build\/demo\/pki\.ts$|needs\.ts$)/.test(target),
        )
        .map((target) => `${name}: ${target}`),
    )
    expect(own.length).toBeGreaterThan(10)
    expect(foreign).toEqual([])
  })
})
