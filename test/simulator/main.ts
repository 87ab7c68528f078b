import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { schemaInUse } from './check-schema.ts'
import { banner, simulatorOptions } from './options.ts'
import { startSimulator } from './start-simulator.ts'

const usage = `${banner}

usage: node test/simulator/main.ts --dir DIR [--port N] [--options FILE.json]

  --dir DIR       keys, books and received documents; made where it is missing
  --port N        0, or nothing, takes a free one
  --with-parent   ends when its standard input does
  --options FILE  JSON with knownApprovals, trustedSigners, earlierStages, soapVersion, document

Prints one line of JSON when it is ready: url, ca, clientKey, clientPassphraseFile. Failures are switched by
DIR/control.json, for example {"mode":"drop-after-storing","times":1}.
`

const { values } = parseArgs({
  options: {
    dir: { type: 'string' },
    port: { type: 'string', default: '0' },
    options: { type: 'string' },
    'with-parent': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help || values.dir === undefined) {
  process.stdout.write(usage)
  process.exit(values.help ? 0 : 2)
}
process.stderr.write(`${banner}\n`)
const wish = simulatorOptions.parse(values.options ? JSON.parse(readFileSync(values.options, 'utf8')) : {})
const { url, dir, ca, clientKey, clientPassphraseFile, close } = await startSimulator(
  values.dir,
  wish,
  Number(values.port),
)
const ready = { url, dir, ca, clientKey, clientPassphraseFile, pid: process.pid, schema: schemaInUse() }
process.stdout.write(`${JSON.stringify(ready)}\n`)

const stop = (): void => {
  close().then(() => process.exit(0))
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
// A parent that died has closed this pipe.
if (values['with-parent']) process.stdin.on('end', stop).resume()
