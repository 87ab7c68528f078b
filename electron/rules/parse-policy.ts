import { z } from 'zod'
import facts from '../../schemas/completion/comparisons.json' with { type: 'json' }
import { type Problem, problem } from '../../shared/problem.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CompanyPolicy } from '../../shared/rules/company-policy.ts'
import { isBelow, type Level, type RuleFacts, ruleFacts, usualLevel } from '../../shared/rules/policy.ts'
import { compare, decimal, parseDecimal } from '../../shared/values/decimal.ts'

const percent = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((text) => /^\d{1,3}(\.\d{1,4})?$/.test(text), 'percent')
const tolerances = z.record(z.string().max(500), percent).default({})

const form = z
  .object({
    version: z.number().int().min(1).max(1_000_000),
    levels: z.record(z.string().max(120), z.enum(['ignore', 'inform', 'warn', 'refuse'])).default({}),
    tolerances: z
      .object({ measured: tolerances, variant: tolerances })
      .strict()
      .default({ measured: {}, variant: {} }),
    carry: z.record(z.string().regex(/^e\d{1,2}$/), z.enum(['delta', 'full'])).default({}),
  })
  .strict()

/**
 * Reads a company's policy. Problems: `policy-form`, `policy-rule-unknown`, `policy-lowers`,
 * `policy-field-unknown`, `policy-loosens`; the first one found, and nothing of the file is kept then.
 */
export function parsePolicy(json: unknown): Result<CompanyPolicy> {
  const parsed = form.safeParse(json)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return fail(problem('policy-form', { place: issue?.path.join('.') || '.' }))
  }
  const policy = parsed.data
  for (const [name, level] of Object.entries(policy.levels)) {
    const refused = refusedLevel(name, level)
    if (refused) return fail(refused)
  }
  for (const against of ['measured', 'variant'] as const) {
    for (const [path, wanted] of Object.entries(policy.tolerances[against])) {
      const refused = refusedTolerance(against, path, wanted)
      if (refused) return fail(refused)
    }
  }
  return ok(policy)
}

/** `38` raises every finding of a rule, `16 lighter-than-before` one of them. */
function refusedLevel(name: string, wanted: Level): Problem | undefined {
  const [id = '', code, ...rest] = name.split(' ')
  const rule = ruleFacts(id)
  if (!rule || rest.length > 0 || (code !== undefined && rule.levels[code] === undefined)) {
    return problem('policy-rule-unknown', { rule: name })
  }
  const usual = code === undefined ? highest(rule) : usualLevel(rule, code)
  return isBelow(wanted, usual) ? problem('policy-lowers', { rule: name, usual, wanted }) : undefined
}

function highest(rule: RuleFacts): Level {
  return Object.keys(rule.levels)
    .map((code) => usualLevel(rule, code))
    .reduce((most, level) => (isBelow(most, level) ? level : most), 'ignore')
}

function refusedTolerance(
  against: 'measured' | 'variant',
  path: string,
  wanted: string,
): Problem | undefined {
  const usual = facts[against].find((one) => one.path === path)?.tolerancePercent
  if (usual === undefined) return problem('policy-field-unknown', { path }, { path })
  const asked = parseDecimal(wanted)
  return asked && compare(asked, decimal(usual)) > 0
    ? problem('policy-loosens', { path, usual, wanted }, { path })
    : undefined
}
