import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createHandlers } from '../../electron/handlers/create-handlers.ts'
import { createNodePorts } from '../../electron/host/node-ports.ts'
import { openWorkspace } from '../../electron/open-workspace.ts'
import { contract } from '../../shared/ipc-contract.ts'

describe('the contract', () => {
  it('has a handler for every channel and no handler beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bodymark-contract-'))
    const ports = createNodePorts(folder)
    const opened = await openWorkspace(folder, ports)
    if (!opened.ok) throw new Error(opened.problem.code)
    try {
      const handlers = createHandlers(opened.value)
      expect(Object.keys(handlers).toSorted()).toEqual(Object.keys(contract).toSorted())
    } finally {
      opened.value.close()
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('names its channels area/verb', () => {
    for (const name of Object.keys(contract)) expect(name).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/)
  })
})
