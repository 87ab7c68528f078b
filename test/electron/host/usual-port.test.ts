import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { usualPort } from '../../../electron/host/usual-port.ts'

const works = '/somewhere/works-of-the-usual-port'

test('a workspace has the same port at every start, and another one has another', async () => {
  const port = await usualPort(works)
  expect(port).toBeGreaterThanOrEqual(49_152)
  expect(port).toBeLessThan(65_536)
  expect(await usualPort(works)).toBe(port)
  expect(await usualPort(`${works}-2`)).not.toBe(port)
})

test('where something else holds the port the system chooses', async () => {
  const port = await usualPort(works)
  const other = createServer()
  await new Promise<void>((done) => other.listen({ host: '127.0.0.1', port }, done))
  expect(await usualPort(works)).toBe(0)
  await new Promise((done) => other.close(done))
})
