import { useCallback, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const scheme = 'data-mantine-color-scheme'

/** True while the window prints, so that a sheet for paper can stand in for the screen; and the way to print. */
export function usePrinting(): readonly [printing: boolean, print: () => void] {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const page = document.documentElement
    let screenScheme: string | null = null
    const begin = (): void => {
      // Paper is light, whatever the screen is.
      screenScheme = page.getAttribute(scheme)
      page.setAttribute(scheme, 'light')
      flushSync(() => setPrinting(true))
    }
    const end = (): void => {
      if (screenScheme) page.setAttribute(scheme, screenScheme)
      setPrinting(false)
    }
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  const print = useCallback(() => window.print(), [])
  return [printing, print]
}
