import { describe } from 'vitest'
import { lacksBrowser } from '../a-browser.ts'
import { beginSteps } from './begin.ts'
import { bringInSteps } from './bring-in.ts'
import { closeSteps } from './close.ts'
import { completeSteps } from './complete.ts'
import { aJourney } from './journey.ts'
import { signAndSendSteps } from './sign-and-send.ts'

/**
 * The demo's way as a body builder goes it at the screen: real backend, real files, a real authority. The steps build
 * on one another, and the first that fails ends the journey.
 */
describe.skipIf(lacksBrowser)(
  'the main job by mouse and keyboard (skipped where Chromium is missing)',
  // A step tried again would be skipped as the heir of its own failure, and a failed journey would pass.
  { retry: 0 },
  () => {
    const journey = aJourney()
    beginSteps(journey)
    bringInSteps(journey)
    completeSteps(journey)
    signAndSendSteps(journey)
    closeSteps(journey)
  },
)
