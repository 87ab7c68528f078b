import { chromium, type Page } from 'playwright-core'
import { loadCatalogue } from '../../electron/ivi-xml/load-catalogue.ts'
import { findBrowser } from '../find-browser.ts'
import { startBackend } from './backend-process.ts'
import type { Bundles } from './bundle.ts'
import { type Figure, note, rounded } from './figure.ts'
import { fleetVin } from './fleet.ts'
import { fillWithFleet } from './fleet-workspace.ts'
import { fullMessage } from './full-message.ts'
import { median } from './measure.ts'
import type { Ask } from './set-up.ts'

const vehicles = 8
/** Rows of each table within a table; those on their own have one more. */
const rows = 2

/** The vehicle form in Chromium on the loopback host: from the click to its painted fields, from a key to its paint. */
export async function measureForm(
  dir: string,
  workspace: string,
  bundles: Bundles,
): Promise<readonly Figure[]> {
  const executablePath = findBrowser()
  if (!executablePath) {
    note('No Chromium on this machine: the form is not measured.')
    return []
  }
  const backend = await startBackend(bundles.backend, workspace, bundles.screens)
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    const ids = await fillWithFleet(backend.ask, dir, vehicles)
    const values = await stateEverything(backend.ask, ids)
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const session = await backend.session()
    await page.addInitScript((value) => sessionStorage.setItem('bodymark.session', value), session)
    await page.goto(backend.origin)
    await page.waitForSelector('[data-at]')
    const opened: Opening[] = []
    for (const id of ids) {
      opened.push(await openVehicle(page, id))
      await page.evaluate(() => {
        window.location.hash = '#/register'
      })
      await page.waitForSelector('[data-at]')
    }
    const [first, ...others] = opened.map(({ fields }) => fields)
    const typed = await typeInto(page, ids[0] ?? 1)
    const name = `an N3 vehicle over its base with ${values} values, every table filled, in Chromium on the loopback host`
    return [
      {
        name: `form of ${name}: click to painted`,
        value: rounded(median(others)),
        unit: 'ms',
        runs: others.length,
        limit: 200,
        also: {
          first: rounded(first ?? 0),
          worst: rounded(Math.max(...others)),
          'with its findings': rounded(median(opened.slice(1).map(({ findings }) => findings))),
        },
      },
      {
        name: `form of ${name}: keystroke to painted`,
        value: rounded(median(typed)),
        unit: 'ms',
        runs: typed.length,
        limit: 50,
        also: { worst: rounded(Math.max(...typed)) },
      },
    ]
  } finally {
    await browser.close()
    await backend.stop()
  }
}

/** Fills in every field that the vehicles may have, in every table; answers how many values each then has. */
async function stateEverything(ask: Ask, ids: readonly number[]): Promise<number> {
  const wanted = { category: 'N3', stage: 'V', vin: fleetVin(1), rows }
  const values = [...fullMessage(loadCatalogue(), wanted)]
    .filter(([path]) => !isIdentity(path))
    .map(([path, value]) => ({ path, value }))
  // What the body states is overtyped too, which asks for a reason.
  for (const id of ids) await ask('vehicle/set-values', { id, values, reason: 'Measured' })
  return values.length
}

/** What makes the vehicle the one that it is, and the fleet's list said already. */
function isIdentity(path: string): boolean {
  return (
    path.startsWith('Header/') ||
    /^CocDataGroup\/(?:VehicleIdentificationNumber|VehicleCategory|StageOfCompletion|TypeApprovalNumber)$/.test(
      path,
    )
  )
}

/** Milliseconds from the click to what it brings on the screen. */
interface Opening {
  readonly fields: number
  /** The list beside the form, which comes after it. */
  readonly findings: number
}

/** From the click's change of place to the frames that show the form's fields and its findings. */
function openVehicle(page: Page, id: number): Promise<Opening> {
  return page.evaluate((wanted) => {
    const started = performance.now()
    window.location.hash = `#/vehicle/${wanted}`
    const shown = (what: string): Promise<number> =>
      new Promise((resolve) => {
        const look = (): void => {
          requestAnimationFrame(() => {
            // What runs after a frame's callbacks and its paint: a task of its own.
            if (document.querySelector(what)) setTimeout(() => resolve(performance.now() - started))
            else look()
          })
        }
        look()
      })
    return Promise.all([shown('[data-cell]'), shown('aside li')]).then(([fields, findings]) => ({
      fields,
      findings,
    }))
  }, id)
}

const actualMass = 'CocDataGroup/MassGroup/ActualMass'
const keys = 40
/** A quick typist's. */
const pauseMilliseconds = 90

/** Types into a number of the form; milliseconds from each key to the paint behind it. */
async function typeInto(page: Page, id: number): Promise<readonly number[]> {
  await openVehicle(page, id)
  await page.evaluate(
    ([wanted, path]) => {
      window.location.hash = `#/vehicle/${wanted}?path=${encodeURIComponent(path)}`
    },
    [id, actualMass] as const,
  )
  await page.click(`[data-path="${actualMass}"]`)
  await page.evaluate(() => {
    const paints: number[] = []
    Object.assign(window, { paints })
    window.addEventListener(
      'keydown',
      ({ timeStamp }) => {
        requestAnimationFrame(() => setTimeout(() => paints.push(performance.now() - timeStamp)))
      },
      true,
    )
  })
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press(key % 2 === 0 ? '1' : 'Backspace')
    await page.waitForTimeout(pauseMilliseconds)
  }
  const paints = await page.evaluate(() => (window as unknown as { paints: number[] }).paints)
  return paints.slice(2)
}
