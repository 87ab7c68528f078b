import type { Page } from 'playwright-core'
import type { ChannelName, Input, Output } from '../../shared/ipc-contract.ts'
import type { Result } from '../../shared/result.ts'

/** Asks the backend as the window does, with the window's own session: for what stands before the tested steps. */
export async function ask<Name extends ChannelName>(
  page: Page,
  channel: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  // The session is there once the window has shown something.
  await page.waitForFunction(() => sessionStorage.getItem('bodymark.session') !== null)
  const answer = await page.evaluate(
    async ([name, body]) => {
      const response = await fetch(`/api/${name}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${sessionStorage.getItem('bodymark.session')}`,
        },
        body,
      })
      return response.json()
    },
    [channel, JSON.stringify(input)] as const,
  )
  const result = answer as Result<Output<Name>>
  if (!result.ok) throw new Error(`${channel}: ${JSON.stringify(result.problem)}`)
  return result.value
}
