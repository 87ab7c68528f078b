import pkcs11js from 'pkcs11js'
import { describe, expect, test } from 'vitest'
import { tokenProblem } from '../../../../electron/signature/token/return-values.ts'
import table from '../../../../schemas/tokens/return-values.json' with { type: 'json' }
import { shippedLanguages } from '../../../../shared/language/languages.ts'
import { text } from '../../../../shared/messages.ts'

describe('return values of PKCS#11', () => {
  test.each(table.values)('$name has its number and words in every language', ({ name, value, problem }) => {
    expect(Object.entries(pkcs11js).find(([key]) => key === name)?.[1]).toBe(value)
    for (const language of shippedLanguages) expect(text(language, `${problem}.heading`)).toBeTruthy()
  })

  test('that are unknown are told by number, and other errors by their words', () => {
    expect(tokenProblem(new pkcs11js.Pkcs11Error('Error: CKR_VENDOR_DEFINED:2147483649'))).toMatchObject({
      code: 'token-failed',
      args: { name: '0x80000001' },
      batchGoesOn: false,
    })
    expect(tokenProblem(new Error('odd'))).toMatchObject({
      code: 'token-failed',
      args: { name: 'Error: odd' },
    })
  })
})
