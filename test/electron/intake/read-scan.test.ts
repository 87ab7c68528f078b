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

  test('that ends somewhere and then begins anew without an end is damaged', async () => {
    const changed = Buffer.concat([await textPdf(englishCoc), Buffer.from('\n99 0 obj\n<< /Type /Page')])
    const read = await readScan(new Uint8Array(changed), spawnNode, limits)
    expect(read).toMatchObject({ ok: false, problem: { code: 'paper-scan-damaged' } })
  })

  test('has no more pieces of text read than are allowed', async () => {
    const read = await readScan(await textPdf(englishCoc), spawnNode, { ...limits, maxPiecesOfText: 3 })
    expect(read.ok && read.value.pages.map(({ pieces }) => pieces.length)).toEqual([3, 0])
  })
})

test('a picture says its size, and a broken one none', () => {
  const png = aPng(40, 60)
  expect(pngSize(png)).toEqual({ width: 40, height: 60 })
  expect(pngSize(new Uint8Array([...png, ...Buffer.from('a program wrote its name behind it')]))).toEqual({
    width: 40,
    height: 60,
  })
  expect(pngSize(png.subarray(0, 60))).toBeUndefined()
  expect(pngSize(png.subarray(0, -1))).toBeUndefined()
  expect(jpegSize(aJpeg())).toEqual({ width: 40, height: 60 })
  expect(jpegSize(aJpeg().subarray(0, -2))).toBeUndefined()
  expect(jpegSize(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBeUndefined()
})

test('a photograph that breaks off is damaged, though the small picture in its head is whole', () => {
  const photograph = aJpeg(aJpeg())
  expect(jpegSize(photograph)).toEqual({ width: 40, height: 60 })
  expect(jpegSize(photograph.subarray(0, -2))).toBeUndefined()
})

/** The bytes that matter of a JPEG of 40 × 60 pixels, with another in its head as cameras write it. */
function aJpeg(preview: Uint8Array = new Uint8Array()): Uint8Array {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(2 + preview.length)
  const [start, picture] = [
    hex('ffd8ffe1'),
    hex('ffc0000b08003c002801011100ffda0008010100003f00a55aff00a5ffd9'),
  ]
  return new Uint8Array(Buffer.concat([start, length, preview, picture]))
}

const hex = (digits: string): Buffer => Buffer.from(digits, 'hex')
