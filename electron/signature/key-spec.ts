import { problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { KeySpec, TokenKeySpec } from './key.ts'

const selectors = ['slot', 'label', 'id'] as const

/**
 * Reads `p12:FILE` or `pkcs11:MODULE[;slot=N][;label=L][;id=HEX]`. A `;` or `%` in a label is written `%3B` or `%25`.
 * Code: `key-spec-unreadable`.
 */
export function parseKeySpec(text: string): Result<KeySpec> {
  const unreadable = (): Result<never> => fail(problem('key-spec-unreadable', { text }))
  const colon = text.indexOf(':')
  const kind = text.slice(0, colon)
  const rest = text.slice(colon + 1)
  if (kind === 'p12') return rest === '' ? unreadable() : ok({ kind, file: rest })
  if (kind !== 'pkcs11') return unreadable()
  const [module, ...settings] = rest.split(';')
  if (!module) return unreadable()
  const found: { slot?: string; label?: string; id?: string } = {}
  for (const setting of settings) {
    const equals = setting.indexOf('=')
    const name = selectors.find((selector) => selector === setting.slice(0, equals))
    const value = setting.slice(equals + 1).replace(/%(3B|25)/gi, (coded) => decodeURIComponent(coded))
    if (!name || value === '' || found[name] !== undefined) return unreadable()
    found[name] = name === 'id' ? value.toLowerCase() : value
  }
  const slotIsNumber = found.slot === undefined || /^\d{1,20}$/.test(found.slot)
  const idIsHex = found.id === undefined || /^([0-9a-f]{2})+$/.test(found.id)
  return slotIsNumber && idIsHex ? ok({ kind, module, ...found }) : unreadable()
}

/** The text that {@link parseKeySpec} reads back. */
export function formatKeySpec(spec: TokenKeySpec): string {
  const given = selectors.flatMap((name) => {
    const value = spec[name]?.replace(/[%;]/g, encodeURIComponent)
    return value === undefined ? [] : [`;${name}=${value}`]
  })
  return `pkcs11:${spec.module}${given.join('')}`
}
