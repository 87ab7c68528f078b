import { readdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

// The parser imports its schema in the way of bundlers, which plain Node refuses.
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
})
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
)

const folder = fileURLToPath(new URL('../../.github/workflows', import.meta.url))
const workflows = readdirSync(folder).map((name) => ({
  name,
  content: readFileSync(join(folder, name), 'utf8'),
}))

/** GitHub's own parser, with the schema that GitHub itself reads workflows by. */
async function parse(name: string, content: string) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter())
  const errors = context.errors.getErrors().map(({ message }) => message)
  if (!value) return { errors, jobs: [] }
  const template = await convertWorkflowTemplate(context, value)
  return {
    errors: [...errors, ...(template.errors ?? []).map(({ Message }) => Message)],
    jobs: template.jobs,
  }
}

describe.each(workflows)('the workflow $name', ({ name, content }) => {
  it('is one that GitHub’s own parser accepts', async () => {
    expect((await parse(name, content)).errors).toEqual([])
  })

  it('would not be accepted with a word that GitHub does not know', async () => {
    expect((await parse(name, content.replace('runs-on:', 'runs-at:'))).errors).not.toEqual([])
  })

  it('may read the code and nothing else', () => {
    expect(content).toMatch(/^permissions:\n {2}contents: read$/m)
    expect(content.match(/permissions:/g)).toHaveLength(1)
    expect(content).not.toMatch(/: write\b|pull_request_target|secrets\./)
  })

  it('uses actions in the one version that was looked at', () => {
    const used = [...content.matchAll(/uses: (\S+)(.*)$/gm)]
    expect(used.length).toBeGreaterThan(0)
    for (const [, action = '', comment = ''] of used) {
      expect(action).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/)
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/)
    }
  })

  it('tests on Linux, Windows and macOS, with the desktop suite, and packages there', async () => {
    const { jobs } = await parse(name, content)
    expect(jobs.map(({ id }) => id.value)).toEqual(['test', 'package'])
    for (const system of ['ubuntu', 'windows', 'macos']) {
      expect(content.match(new RegExp(`os: \\[.*${system}`, 'g')), system).toHaveLength(2)
    }
    expect(content).toContain('BODYMARK_ELECTRON: "1"')
    expect(content).toContain('npm run package')
  })
})
