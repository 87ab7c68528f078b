import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createDraftStore } from '../../../../../renderer/screens/vehicle/draft/draft-store.ts'
import type { Change } from '../../../../../renderer/screens/vehicle/draft/pending.ts'
import type { UnsavedStore } from '../../../../../renderer/screens/vehicle/draft/unsaved.ts'
import { problem } from '../../../../../shared/problem.ts'
import type { VehicleDetail } from '../../../../../shared/record/views.ts'
import { fail, ok, type Result } from '../../../../../shared/result.ts'

const mass = 'CocDataGroup/MassGroup/ActualMass'
const length = 'CocDataGroup/DimensionGroup/Length'

const detail = (values: Readonly<Record<string, string>>): VehicleDetail =>
  ({
    editable: true,
    tree: {
      CocDataGroup: {
        MassGroup: { ActualMass: values[mass] ?? '' },
        DimensionGroup: { Length: values[length] ?? '' },
      },
    },
    sources: {},
    findings: [],
    row: { updatedAt: '2026-01-01T00:00:00Z' },
  }) as unknown as VehicleDetail

function memory(first: readonly Change[] = []): UnsavedStore & { kept: () => readonly Change[] } {
  let kept = first
  return {
    read: () => kept,
    write: (changes) => {
      kept = changes
    },
    kept: () => kept,
  }
}

/** A backend that keeps values and answers when the test says so. */
function backend(start: Readonly<Record<string, string>>) {
  const values: Record<string, string> = { ...start }
  const calls: (readonly Change[])[] = []
  let answer: (changes: readonly Change[]) => Promise<Result<VehicleDetail>> = async (changes) => {
    for (const { path, value } of changes) values[path] = value ?? ''
    return ok(detail(values))
  }
  return {
    calls,
    answerWith: (next: typeof answer) => {
      answer = next
    },
    save: (changes: readonly Change[]) => {
      calls.push(changes)
      return answer(changes)
    },
  }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a draft while somebody types', () => {
  it('shows a keystroke at once and saves a moment after the last one', async () => {
    const peer = backend({ [mass]: '100' })
    const store = createDraftStore(detail({ [mass]: '100' }), peer.save, memory())
    store.set([{ path: mass, value: '2' }])
    store.set([{ path: mass, value: '26' }])
    expect(store.value(mass)).toBe('26')
    expect(store.saveState().kind).toBe('saving')
    expect(peer.calls).toHaveLength(0)
    await vi.advanceTimersByTimeAsync(500)
    expect(peer.calls).toEqual([[{ path: mass, value: '26' }]])
    expect(store.saveState().kind).toBe('saved')
  })

  it('leaving the screen saves at once what is still typed', async () => {
    const peer = backend({})
    const store = createDraftStore(detail({}), peer.save, memory())
    store.set([{ path: mass, value: '5' }])
    expect(await store.flush()).toBe(true)
    expect(peer.calls).toEqual([[{ path: mass, value: '5' }]])
  })

  it('an answer never overwrites what was typed while it was under way', async () => {
    const peer = backend({})
    let release: (value: Result<VehicleDetail>) => void = () => undefined
    peer.answerWith(
      () =>
        new Promise((resolve) => {
          release = resolve
        }),
    )
    const store = createDraftStore(detail({}), peer.save, memory())
    store.set([{ path: mass, value: '1' }])
    await vi.advanceTimersByTimeAsync(500)
    store.set([{ path: mass, value: '12' }])
    release(ok(detail({ [mass]: '1' })))
    await vi.advanceTimersByTimeAsync(1)
    expect(store.value(mass)).toBe('12')
    expect(peer.calls).toHaveLength(2)
  })

  it('an emptied field is taken away, not saved as an empty text', async () => {
    const peer = backend({ [mass]: '100' })
    const store = createDraftStore(detail({ [mass]: '100' }), peer.save, memory())
    store.set([{ path: mass, value: '' }])
    await store.flush()
    expect(peer.calls).toEqual([[{ path: mass, value: null }]])
  })

  it('what was typed and taken back before it was saved is no change', async () => {
    const peer = backend({ [mass]: '100' })
    const store = createDraftStore(detail({ [mass]: '100' }), peer.save, memory())
    store.set([{ path: mass, value: '1' }])
    store.set([{ path: mass, value: '100' }])
    expect(await store.flush()).toBe(true)
    expect(peer.calls).toEqual([])
    expect(store.saveState().kind).toBe('saved')
  })

  it('a backend that is away loses nothing: it is said, kept and tried again', async () => {
    const peer = backend({})
    const kept = memory()
    peer.answerWith(async () => fail(problem('backend-unreachable')))
    const store = createDraftStore(detail({}), peer.save, kept)
    store.set([{ path: mass, value: '7' }])
    await vi.advanceTimersByTimeAsync(500)
    expect(store.saveState()).toMatchObject({ kind: 'failed', problem: { code: 'backend-unreachable' } })
    expect(kept.kept()).toEqual([{ path: mass, value: '7' }])
    peer.answerWith(async () => ok(detail({ [mass]: '7' })))
    await vi.advanceTimersByTimeAsync(3500)
    expect(store.saveState().kind).toBe('saved')
    expect(kept.kept()).toEqual([])
  })

  it('what a crash left unsaved is there again and is saved', async () => {
    const peer = backend({})
    const store = createDraftStore(detail({}), peer.save, memory([{ path: mass, value: '8' }]))
    expect(store.value(mass)).toBe('8')
    await vi.advanceTimersByTimeAsync(10)
    expect(peer.calls).toEqual([[{ path: mass, value: '8' }]])
  })

  it('Ctrl Z takes the whole entry back and says where; Ctrl Y does it again', () => {
    const store = createDraftStore(detail({ [mass]: '100' }), backend({}).save, memory())
    store.set([{ path: mass, value: '2' }])
    store.set([{ path: mass, value: '26' }])
    expect(store.undo()).toBe(mass)
    expect(store.value(mass)).toBe('100')
    expect(store.redo()).toBe(mass)
    expect(store.value(mass)).toBe('26')
    expect(store.redo()).toBeUndefined()
  })

  it('only the line of the typed field is told', () => {
    const store = createDraftStore(detail({}), backend({}).save, memory())
    const [massTold, lengthTold] = [vi.fn(), vi.fn()]
    store.onPath(mass, massTold)
    store.onPath(length, lengthTold)
    store.set([{ path: mass, value: '1' }])
    expect(massTold).toHaveBeenCalledTimes(1)
    expect(lengthTold).not.toHaveBeenCalled()
  })

  it('the set of stated places stays the same while values only change', () => {
    const store = createDraftStore(detail({ [mass]: '100' }), backend({}).save, memory())
    const before = store.stated()
    store.set([{ path: mass, value: '101' }])
    expect(store.stated()).toBe(before)
    store.set([{ path: mass, value: '' }])
    expect(store.stated().has(mass)).toBe(false)
  })

  it('keeps here what no message can carry, saves the rest, and says why', async () => {
    const peer = backend({})
    const unsaved = memory()
    const store = createDraftStore(detail({}), peer.save, unsaved)
    store.set([
      { path: mass, value: '8\u000b250' },
      { path: length, value: '9400' },
    ])
    await vi.advanceTimersByTimeAsync(500)
    expect(peer.calls).toEqual([[{ path: length, value: '9400' }]])
    expect(store.value(mass)).toBe('8\u000b250')
    expect(store.saveState()).toMatchObject({
      kind: 'failed',
      problem: { code: 'value-forbidden-character' },
    })
    expect(unsaved.kept()).toEqual([{ path: mass, value: '8\u000b250' }])
    store.set([{ path: mass, value: '8250' }])
    await vi.advanceTimersByTimeAsync(500)
    expect(peer.calls.at(-1)).toEqual([{ path: mass, value: '8250' }])
    expect(store.saveState().kind).toBe('saved')
  })

  it('a row that was removed, with what followed from it, is taken back in one step', async () => {
    const peer = backend({ [mass]: '100', [length]: '9400' })
    const store = createDraftStore(detail({ [mass]: '100', [length]: '9400' }), peer.save, memory())
    const removed = store.removeRow(mass, (before) => [{ path: length, value: before.get(mass) ?? '' }])
    await vi.advanceTimersByTimeAsync(0)
    await removed
    expect([store.value(mass), store.value(length)]).toEqual(['', '100'])
    store.undo()
    expect([store.value(mass), store.value(length)]).toEqual(['100', '9400'])
    store.redo()
    expect([store.value(mass), store.value(length)]).toEqual(['', '100'])
  })
})
