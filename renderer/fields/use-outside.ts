import { type RefObject, useEffect } from 'react'

/**
 * Told when somebody presses or scrolls outside of a box that floats over the form: what it belongs to has moved, or
 * is of interest no more.
 */
export function useOutside(box: RefObject<HTMLElement | null>, onOutside: () => void): void {
  useEffect(() => {
    const tell = ({ target }: Event): void => {
      if (!(target instanceof Node) || !box.current?.contains(target)) onOutside()
    }
    const kinds = ['pointerdown', 'scroll'] as const
    for (const kind of kinds) document.addEventListener(kind, tell, true)
    window.addEventListener('resize', tell)
    return () => {
      for (const kind of kinds) document.removeEventListener(kind, tell, true)
      window.removeEventListener('resize', tell)
    }
  }, [box, onOutside])
}
