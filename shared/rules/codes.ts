import codes from '../../schemas/rules/codes.json' with { type: 'json' }
import energy from '../../schemas/rules/energy.json' with { type: 'json' }

const facts = { ...codes, ...energy }

/** Whether `schemas/rules/codes.json` or `energy.json` counts a code of the message to a set. */
export function isCode(set: keyof typeof facts, code: string | undefined): boolean {
  return code !== undefined && facts[set].codes.includes(code)
}
