import { describe, expect, it } from 'vitest'
import { bodymark } from './run-cli.ts'

describe('a command line that is not understood', () => {
  it.each([
    ['a mistyped verb', ['templat'], '“template”', 'Usage: bodymark <verb> [options]'],
    ['a mistyped verb below another', ['schema', 'lst'], '“list”', 'Usage: bodymark schema <verb>'],
    [
      'a mistyped verb where one may be left out',
      ['base', 'paper', 'atach', 'x.pdf'],
      '“attach”',
      'base paper',
    ],
    ['a verb that nobody knows', ['frobnicate'], 'Its verbs are: check, read, diff', 'Usage: bodymark'],
    ['a mistyped option', ['template', '--categry', 'N2'], '--category', '--stage <code>'],
    ['a mistyped option of every verb', ['status', '--jsn'], '--json', 'Usage: bodymark status'],
    [
      'an option that nobody knows',
      ['check', 'a.xml', '--blue'],
      'Its options are: --workspace, --json',
      '<files...>',
    ],
    ['an option that is missing', ['template', '--stage', 'V'], '--category is missing', 'bodymark template'],
    ['an argument that is missing', ['check'], 'work on is missing', 'bodymark check <files...>'],
    ['a value that is missing', ['sign', '--vin'], '--vin has no value', 'Usage: bodymark sign'],
    ['a word too many', ['read', 'a', 'b', 'c'], '“b c” is too much', 'bodymark read <file>'],
    ['a value outside of its bounds', ['pdf', '--version', '0', 'a.xml'], 'from 1 to 9999', 'bodymark pdf'],
    [
      'a reason that says nothing',
      ['correct', '--vin', 'X', '--reason', 'a'],
      '3 to 500',
      'bodymark correct',
    ],
    [
      'a value out of no choice',
      ['plate', '--vin', 'X', '--content-lang', 'xx'],
      'one of en, de',
      'bodymark plate',
    ],
    [
      'two options that exclude each other',
      ['variant', 'apply', 'X', '--option', 'A', '--no-options'],
      'cannot stand together',
      'bodymark variant apply <id>',
    ],
  ])('%s is told with what was meant and the usage', async (_what, args, meant, usage) => {
    const { status, out, err } = await bodymark(args)
    expect(status).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(meant)
    expect(err.trimEnd().split('\n').at(-1)).toContain(usage)
    expect(err).toContain('--help`')
  })

  it('is told in the language that was asked for, wherever it stands', async () => {
    const { status, err } = await bodymark(['vorlage', '--lang=de'])
    expect(status).toBe(2)
    expect(err).toContain('„vorlage“ ist kein Verb von bodymark')
    expect(err).toContain('Aufruf: bodymark <Verb> [Optionen]')
  })

  it('is told to a machine as JSON too', async () => {
    const { status, out } = await bodymark(['correct', '--vin', 'X', '--json'])
    expect(status).toBe(2)
    expect(JSON.parse(out)).toMatchObject({
      problem: { code: 'usage-option-needed', args: { option: '--reason' } },
    })
  })
})

describe('help', () => {
  it('names what cannot be left out, and speaks German', async () => {
    const { status, out } = await bodymark(['template', '--help', '--lang', 'de'])
    expect(status).toBe(0)
    expect(out).toContain(
      'Aufruf: bodymark template --category <Code> --stage <Code> --output <Datei> [Optionen]',
    )
    expect(out).toContain('Optionen jedes Verbs:')
    expect(out).toMatch(/--workspace <Ordner> +Ordner des Registers/)
    expect(out).not.toMatch(/\b(display|command|Usage|Options)\b/)
  })

  it('of all verbs fits the terminal', async () => {
    const { out } = await bodymark(['--help'])
    const [verbs = ''] = out.split('Exit status')
    expect(Math.max(...verbs.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80)
  })

  it('comes also after “help”, and a noun without a verb gets it', async () => {
    const asked = await bodymark(['help', 'schema'])
    const bare = await bodymark(['schema'])
    expect(asked.status).toBe(0)
    expect(bare.status).toBe(2)
    expect(bare.err).toBe(asked.out)
    expect((await bodymark(['help', 'schema', 'add'])).out).toContain(
      'Usage: bodymark schema add <file> [options]',
    )
    const mistyped = await bodymark(['help', 'schema', 'ad'])
    expect(mistyped).toMatchObject({ status: 2, out: '', err: expect.stringContaining('“add”') })
  })
})
