import { describe, expect, it } from 'vitest'
import {
  emptyStack,
  noted,
  redone,
  type Step,
  undone,
} from '../../../../../renderer/screens/vehicle/draft/undo-stack.ts'

const step = (path: string, before: string, after: string, at = 0): Step => ({
  at,
  changes: [{ path, before, after }],
})

describe('undo and redo', () => {
  it('keystrokes into one field are one step', () => {
    const stack = noted(
      noted(noted(emptyStack, step('a', '', '1', 0)), step('a', '1', '12', 200)),
      step('a', '12', '123', 400),
    )
    expect(stack.done).toEqual([step('a', '', '123', 400)])
  })

  it('a pause or another field begins a new step', () => {
    const paused = noted(noted(emptyStack, step('a', '', '1', 0)), step('a', '1', '12', 5000))
    const other = noted(noted(emptyStack, step('a', '', '1', 0)), step('b', '', '2', 100))
    expect([paused.done.length, other.done.length]).toEqual([2, 2])
  })

  it('what was taken back can be done again, until something new is typed', () => {
    const stack = noted(noted(emptyStack, step('a', '', '1')), step('b', '', '2'))
    const back = undone(stack)
    expect(back?.step.changes[0]?.path).toBe('b')
    const again = back && redone(back.stack)
    expect(again?.stack.done).toEqual(stack.done)
    expect(back && redone(noted(back.stack, step('c', '', '3')))).toBeUndefined()
  })

  it('nothing done is nothing to take back', () => {
    expect(undone(emptyStack)).toBeUndefined()
    expect(redone(emptyStack)).toBeUndefined()
  })
})
