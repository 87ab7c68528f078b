import type { Page } from 'playwright-core'

/** What React hands to developer tools after each drawing; flag 1 says that a component was called. */
interface Fiber {
  readonly flags: number
  readonly memoizedProps: { readonly path?: unknown; readonly label?: unknown } | null
  readonly child: Fiber | null
  readonly sibling: Fiber | null
  readonly alternate: Fiber | null
}

/**
 * Before the page loads: a hook as developer tools have it, which notes the form's cells that were called in each
 * drawing. Without it React tells nobody what it drew.
 */
export async function hookDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const drawn: string[] = []
    const visit = (fiber: Fiber | null, before: Fiber | null): void => {
      for (let at = fiber; at; at = at.sibling) {
        // A branch that was not touched is the same object as before, also where it was drawn but once.
        if (isOther(at, before)) look(at)
      }
    }
    const isOther = (fiber: Fiber, before: Fiber | null): boolean => {
      for (let at = before; at; at = at.sibling) if (at === fiber) return false
      return true
    }
    const look = (fiber: Fiber): void => {
      const { path, label } = fiber.memoizedProps ?? {}
      const isCell =
        typeof path === 'string' && typeof label === 'string' && !('value' in (fiber.memoizedProps ?? {}))
      if (isCell && (fiber.flags & 1) === 1) drawn.push(path)
      visit(fiber.child, fiber.alternate?.child ?? null)
    }
    Object.assign(window, {
      drawnCells: drawn,
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        isDisabled: false,
        renderers: new Map(),
        inject: () => 1,
        onCommitFiberRoot: (_: unknown, root: { readonly current: Fiber }) => look(root.current),
        onCommitFiberUnmount: () => undefined,
      },
    })
  })
}

/** Forgets what was drawn so far. */
export function watchDrawing(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { drawnCells } = window as unknown as { readonly drawnCells: string[] }
    drawnCells.length = 0
  })
}

/** The cells that were drawn since, each once, after the next frame. */
export function drawnCells(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
    return [...new Set((window as unknown as { readonly drawnCells: string[] }).drawnCells)]
  })
}
