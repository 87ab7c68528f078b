import { useSyncExternalStore } from 'react'
import { parseRoute, type Route, routeAddress } from './route.ts'

const listeners = new Set<() => void>()
let current = parseRoute(window.location.hash)
window.addEventListener('hashchange', () => {
  current = parseRoute(window.location.hash)
  for (const listener of listeners) listener()
})

export function goTo(route: Route): void {
  window.location.hash = routeAddress(route)
}

/** The same without a step back to where it came from: an address that only asked for another one. */
export function replaceRoute(route: Route): void {
  window.location.replace(routeAddress(route))
}

export function useRoute(): Route {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => current,
  )
}
