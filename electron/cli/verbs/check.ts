import type { Language } from '../../../shared/messages.ts'
import type { Problem } from '../../../shared/problem.ts'
import { ok } from '../../../shared/result.ts'
import { describe } from '../../../shared/rules/explain.ts'
import type { FixedValue } from '../../../shared/rules/finding.ts'
import { problemLine, problemPart } from '../../../shared/words.ts'
import { shippedReleases } from '../../ivi-xml/load-catalogue.ts'
import { checkFile, type FileReport } from '../../pipeline/check-file.ts'
import { maxMessageMegabytes, openFile } from '../../pipeline/open-file.ts'
import { readReleases } from '../../register/read-releases.ts'
import { type AddVerb, act, type ExitCode, exitCodes } from '../verb.ts'
import { say, signatureState, table } from '../words.ts'

/** One file's line of `check --json`; the shape is stable. */
interface CheckedFile {
  readonly file: string
  /** In which the message is written and by which it was checked; absent where it could not be told. */
  readonly release?: string
  readonly schema: {
    readonly valid: boolean
    readonly errors: readonly { readonly path: string; readonly line: number; readonly text: string }[]
  }
  readonly signature: {
    readonly present: boolean
    readonly valid: boolean
    readonly problems: readonly { readonly code: string; readonly text: string }[]
  }
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly path: string
    readonly text: string
    /** What cures it, where only one answer is right. */
    readonly fix?: readonly FixedValue[]
  }[]
  /** Only where the file could not be read as a message. */
  readonly unreadable?: { readonly code: string; readonly text: string }
}

export const addCheck: AddVerb = (program, runtime) => {
  const command = program.command('check').argument('<files...>')
  act(runtime, command, async ({ terminal, json, language, workspace }) => {
    const releases = readReleases(workspace, shippedReleases)
    const today = new Date().toISOString().slice(0, 10)
    let exit: ExitCode = exitCodes.done
    const checked: CheckedFile[] = []
    for (const file of command.args) {
      const opened = await openFile({ path: file }, maxMessageMegabytes)
      const report = opened.ok ? checkFile(opened.value.bytes, releases, today) : unopened(opened.problem)
      const told = tellFile(file, report, language)
      checked.push(told)
      exit = Math.max(exit, exitOf(told)) as ExitCode
      if (!json) terminal.out(inWords(told, report.judged, language))
    }
    if (json) terminal.out(JSON.stringify(checked, null, 2))
    return ok(exit)
  })
}

function unopened(unreadable: Problem): FileReport {
  return {
    schema: { valid: false, errors: [] },
    signature: { present: false, valid: false, problems: [] },
    findings: [],
    judged: false,
    unreadable,
  }
}

function tellFile(file: string, report: FileReport, language: Language): CheckedFile {
  const { schema, signature, findings, unreadable, release } = report
  return {
    file,
    ...(release === undefined ? {} : { release }),
    schema: {
      valid: schema.valid,
      errors: schema.errors.map(({ path, line, text, problem }) => ({
        path,
        line,
        text: (problem && problemPart(problem, 'explanation', language)) ?? text,
      })),
    },
    signature: {
      present: signature.present,
      valid: signature.valid,
      problems: signature.problems.map((one) => ({ code: one.code, text: problemLine(one, language) })),
    },
    findings: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      path: finding.path,
      text: describe(finding, language),
      ...(finding.fix ? { fix: finding.fix } : {}),
    })),
    ...(unreadable ? { unreadable: { code: unreadable.code, text: problemLine(unreadable, language) } } : {}),
  }
}

/** A signature that is there and wrong is an error; a draft without one is not. */
function exitOf({ schema, signature, findings, unreadable }: CheckedFile): ExitCode {
  if (unreadable) return exitCodes.unusable
  const wrong =
    !schema.valid ||
    (signature.present && !signature.valid) ||
    findings.some(({ severity }) => severity === 'error')
  return wrong ? exitCodes.refused : exitCodes.done
}

function inWords(file: CheckedFile, judged: boolean, language: Language): string {
  const { schema, signature, findings, unreadable } = file
  if (unreadable) return `${file.file}\n  ${unreadable.text}`
  const count = (key: string, { length }: readonly unknown[]) => say(language, key, { count: length })
  const rules = findings.length === 0 ? say(language, 'nothing-found') : count('findings', findings)
  const verdicts = table([
    [
      `${say(language, 'schema')} ${file.release ?? ''}`.trim(),
      schema.valid ? say(language, 'valid') : count('errors', schema.errors),
    ],
    [say(language, 'signature'), signatureState(signature, language)],
    [say(language, 'rules'), judged ? rules : say(language, 'not-judged')],
  ]).split('\n')
  const lines = [
    verdicts[0],
    ...schema.errors.map(({ line, path, text }) =>
      ['', say(language, 'place.line', { line }), path, text].join('  '),
    ),
    verdicts[1],
    ...signature.problems.map(({ text }) => `  ${text}`),
    verdicts[2],
    ...findings.flatMap(({ rule, severity, path, text }) => [
      `  ${say(language, `severity.${severity}`).padEnd(8)}${rule}  ${path}`,
      `          ${text}`,
    ]),
  ]
  return `${file.file}\n${lines.map((line) => `  ${line}`).join('\n')}`
}
