import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demoMark } from '../../electron/pipeline/workspace-view.ts'
import { startAuthority } from './authority.ts'
import { authorityBooks, writeDemoData } from './data/write-demo-data.ts'
import { type DemoKey, fileKey, tokenKey } from './keys.ts'
import { DemoRefused, openDemo } from './open-demo.ts'
import { tellEnd, tellSteps } from './steps.ts'

/** `npm run demo [-- --token]`: the main job on the data of an invented body builder, told step by step. */
async function main(): Promise<void> {
  const dir = fileURLToPath(new URL('../../workspace/demo/', import.meta.url))
  mkdirSync(dir, { recursive: true })
  writeFileSync(
    join(dir, demoMark),
    'This workspace belongs to the demo. Everything in it is invented; delete the folder whenever you like.\n',
  )
  const data = await writeDemoData(join(dir, 'sources'))
  const key: DemoKey = process.argv.includes('--token') ? await tokenKey(dir) : await fileKey(dir)
  const authority = await startAuthority(dir, {
    knownApprovals: [...authorityBooks.knownApprovals],
    earlierStages: authorityBooks.earlierStages,
    trustedSigners: [key.certificateSha256],
  })
  try {
    const demo = await openDemo(dir, 'en')
    try {
      const imported = await tellSteps(demo, data, key, authority)
      await tellEnd(demo, dir, imported)
    } finally {
      demo.close()
    }
  } finally {
    await authority.stop()
  }
}

// A reader such as `head` that has seen enough closes the pipe; the job is done to its end all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

try {
  await main()
} catch (error) {
  if (!(error instanceof DemoRefused)) throw error
  process.stderr.write(
    `${error.message}\nWhere an earlier Bodymark made the demo's workspace: delete the folder workspace/demo and run the demo again.\n`,
  )
  process.exitCode = 2
}
