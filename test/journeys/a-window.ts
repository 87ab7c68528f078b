import type { Browser, Page } from 'playwright-core'

export interface AppWindow {
  readonly page: Page
  /** What the page told its console as an error: a refused style, a crash, a key without words. */
  readonly complaints: readonly string[]
}

/** Generous, since the machine may be busy; a missing element still fails long before the test's own limit. */
const patienceMs = 25_000

/** A window of the app, English at first, in the size of an office notebook. */
export async function openWindow(browser: Browser, link: string): Promise<AppWindow> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.goto(link)
  return { page, complaints }
}

/** Opens a screen by the rail. */
export async function goToScreen(page: Page, name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .first()
    .getByRole('link', { name: new RegExp(`${name}$`) })
    .click()
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
}

/** Files dragged from a file manager onto the page. */
export async function dropFiles(
  page: Page,
  onto: RegExp,
  files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const carried = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer()
    for (const { name, base64 } of all)
      data.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name))
    return data
  }, carried)
  const zone = page.getByRole('button', { name: onto })
  await zone.dispatchEvent('dragover', { dataTransfer: transfer })
  await zone.dispatchEvent('drop', { dataTransfer: transfer })
}
