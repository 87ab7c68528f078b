/** The steps of a record's way, in order. */
export const steps = [
  'intake',
  'mapping',
  'register',
  'completion',
  'rules',
  'ivi-xml',
  'signature',
  'submission',
  'write-back',
  'audit',
  'print',
] as const

/** Steps that keep state and may therefore ask the register. */
const stateful: readonly string[] = ['audit', 'submission']

/** The part of the checkout that a file belongs to. */
export function zoneOf(path: string): string {
  const [top = '', second = ''] = path.split('/')
  if (top !== 'electron') return /^build\/(demo|bench)\//.test(path) ? 'demo' : top
  if (path === 'electron/ports.ts') return 'ports'
  if (path === 'electron/backend-wire.ts') return 'wire'
  if (path === 'electron/backend.ts') return 'entry'
  if (path === 'electron/host/worker-main.ts') return 'worker'
  if (['shell', 'host', 'cli', ...steps].includes(second)) return second
  // pipeline, handlers and what opens a workspace: they join the steps.
  return 'joint'
}

/** Which zones a zone may import, itself aside. Whatever is not here may not be imported. */
export function mayImport(zone: string): readonly string[] {
  const everyStep: readonly string[] = steps
  if (everyStep.includes(zone)) {
    return ['shared', 'schemas', 'ports', ...(stateful.includes(zone) ? ['register'] : [])]
  }
  const table: Readonly<Record<string, readonly string[]>> = {
    shared: ['schemas'],
    renderer: ['shared', 'schemas'],
    ports: ['shared'],
    wire: ['shared'],
    joint: ['shared', 'schemas', 'ports', 'wire', ...steps],
    host: ['shared', 'schemas', 'ports', 'wire'],
    worker: ['ports', 'host', 'intake', 'signature'],
    cli: ['shared', 'schemas', 'ports', 'wire', 'host', 'joint', ...steps],
    entry: ['shared', 'ports', 'wire', 'host', 'joint'],
    shell: ['shared', 'schemas', 'ports', 'wire', 'host'],
    // npm start wakes the demo's training authority where it opens the demo's workspace.
    build: ['shared', 'schemas', 'ports', 'wire', 'host', 'joint', 'entry', 'demo', ...steps],
    // The demo tells its steps in the command line's words.
    demo: ['shared', 'schemas', 'ports', 'wire', 'host', 'joint', 'cli', 'build', ...steps],
    // Measurements take the demo's data.
    bench: ['shared', 'schemas', 'ports', 'host', 'joint', 'demo', 'build', ...steps],
    test: [
      ...['shared', 'schemas', 'renderer', 'ports', 'wire', 'host', 'worker', 'joint', 'entry', 'cli'],
      ...['shell', 'build', 'demo', ...steps],
    ],
  }
  return table[zone] ?? []
}
