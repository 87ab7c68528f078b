import { describe, expect, test } from 'vitest'
import { spawnNode } from '../../../electron/host/spawn-node.ts'
import { jpegSize, pngSize } from '../../../electron/intake/picture-size.ts'
import { readScan } from '../../../electron/intake/read-scan.ts'
import type { SpawnWorker } from '../../../electron/ports.ts'
import { textPdf } from '../../fixtures/paper-pdf.ts'
import { aPng } from '../../fixtures/picture.ts'
import { englishCoc } from '../../fixtures/printed-coc.ts'

const limits = { maxPages: 60, maxPiecesOfText: 40_000, maxMegapixels: 80, seconds: 30 }

/** A reader that never answers, or that dies at once. */
function badReader(dies: boolean): { readonly spawn: SpawnWorker; readonly killed: () => boolean } {
  let killed = false
  const spawn: SpawnWorker = () => ({
    send: () => {},
    onMessage: () => {},
    onExit: (listener) => {
      if (dies) setTimeout(() => listener({ code: null }), 5)
    },
    kill: () => {
      killed = true
    },
  })
  return { spawn, killed: () => killed }
}

describe('a PDF from outside', () => {
  const pdf = Buffer.from('%PDF-1.7 %%EOF')

  test('that hangs its reader is given up, and the reader ended', async () => {
    const { spawn, killed } = badReader(false)
    const read = await readScan(new Uint8Array(pdf), spawn, { ...limits, seconds: 0.05 })
    expect(read).toMatchObject({ ok: false, problem: { code: 'paper-scan-slow' } })
    expect(killed()).toBe(true)
  })

  test('that ends its reader by the memory it takes is told as damaged', async () => {
    const read = await readScan(new Uint8Array(pdf), badReader(true).spawn, limits)
    expect(read).toMatchObject({ ok: false, problem: { code: 'paper-scan-damaged' } })
  })

  test('is read in a process of its own, its text with places on the page', async () => {
    const read = await readScan(await textPdf(englishCoc), spawnNode, limits)
    if (!read.ok) throw new Error(read.problem.code)
    const [first] = read.value.pages
    expect(first?.width).toBeCloseTo(595.28)
    const make = first?.pieces.find(({ text }) => text.startsWith('0.1. Make'))
    expect(make).toMatchObject({ x: expect.closeTo(50 / 595.28, 2) })
    expect(make?.y).toBeGreaterThan(0.1)
    expect(make?.y).toBeLessThan(0.13)
  })

  test('has no more pieces of text read than are allowed', async () => {
    const read = await readScan(await textPdf(englishCoc), spawnNode, { ...limits, maxPiecesOfText: 3 })
    expect(read.ok && read.value.pages.map(({ pieces }) => pieces.length)).toEqual([3, 0])
  })
})

test('a picture says its size, and a broken one none', () => {
  expect(pngSize(aPng(40, 60))).toEqual({ width: 40, height: 60 })
  expect(pngSize(aPng(40, 60).subarray(0, 60))).toBeUndefined()
  const frame = 'ffc0000b08003c0028010111 00'.replace(' ', '')
  const jpeg = new Uint8Array(Buffer.from(`ffd8ffe000104a46494600010100000100010000${frame}ffd9`, 'hex'))
  expect(jpegSize(jpeg)).toEqual({ width: 40, height: 60 })
  expect(jpegSize(jpeg.subarray(0, -2))).toBeUndefined()
  expect(jpegSize(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeUndefined()
})
