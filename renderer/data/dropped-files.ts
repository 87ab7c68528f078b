import { goTo } from './use-route.ts'

type Receiver = (files: readonly File[]) => void

let waiting: readonly File[] = []
let receiver: Receiver | undefined

/** Takes files that fell beside a drop zone, also those that fell before the screen was there. */
export function receiveDroppedFiles(next: Receiver): () => void {
  receiver = next
  const files = waiting
  waiting = []
  if (files.length > 0) next(files)
  return () => {
    if (receiver === next) receiver = undefined
  }
}

/**
 * A file dropped anywhere is a file for the intake. Without this a browser would open it in place of the app, and
 * whatever is being typed would be gone from sight.
 */
export function catchDrops(): void {
  window.addEventListener('dragover', (event) => event.preventDefault())
  window.addEventListener('drop', (event) => {
    // A drop zone took it.
    if (event.defaultPrevented) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length === 0) return
    if (receiver) receiver(files)
    else {
      waiting = files
      goTo({ screen: 'intake' })
    }
  })
}
