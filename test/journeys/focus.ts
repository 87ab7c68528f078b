import type { Page } from 'playwright-core'

/**
 * Walks through the page by Tab and answers the stops that look the same with the cursor as without it: a stop's own
 * look, that of what holds it, and that of the row that a grid marks.
 */
export async function stopsWithoutMark(page: Page, most: number): Promise<readonly string[]> {
  const unseen: string[] = []
  await page.evaluate(() => document.body.focus())
  for (let stop = 0; stop < most; stop += 1) {
    await page.keyboard.press('Tab')
    const found = await page.evaluate(() => {
      const stopped = document.activeElement
      if (!(stopped instanceof HTMLElement) || stopped === document.body) return 'end'
      const look = (): string => {
        // What fades in is looked at when it is there.
        for (const animation of document.getAnimations()) animation.finish()
        const marked = [stopped, ...stopped.querySelectorAll('[data-active="true"]')]
        for (let up = stopped.parentElement, steps = 0; up && steps < 3; up = up.parentElement, steps += 1)
          marked.push(up)
        return marked
          .map((element) => {
            const style = getComputedStyle(element)
            const outline = style.outlineStyle === 'none' ? '' : `${style.outlineWidth} ${style.outlineColor}`
            return [
              outline,
              style.boxShadow,
              style.borderColor,
              style.backgroundColor,
              style.clipPath,
              style.transform,
            ].join('|')
          })
          .join('\n')
      }
      const withCursor = look()
      stopped.blur()
      const without = look()
      // The next Tab goes on from here.
      stopped.focus({ focusVisible: true } as FocusOptions)
      return withCursor === without ? stopped.outerHTML.slice(0, 200) : ''
    })
    if (found === 'end') break
    if (found !== '') unseen.push(found)
  }
  return unseen
}
