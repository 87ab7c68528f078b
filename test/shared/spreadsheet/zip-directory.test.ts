import { promisify } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import yauzl from 'yauzl'
import {
  type ByteSource,
  dataOffset,
  findEntry,
  readZipDirectory,
} from '../../../shared/spreadsheet/zip-directory.ts'
import { zip } from '../../fixtures/make-workbook.ts'
import { rawEntry, rawZip } from '../../fixtures/raw-zip.ts'

function source(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) }
}

const openBuffer = promisify<Buffer, yauzl.Options, yauzl.ZipFile>(yauzl.fromBuffer)

async function asYauzl(bytes: Uint8Array): Promise<readonly unknown[]> {
  const file = await openBuffer(Buffer.from(bytes), { lazyEntries: false })
  const entries: unknown[] = []
  await new Promise((resolve, reject) => {
    file.on('entry', (entry: yauzl.Entry) =>
      entries.push([
        entry.fileName,
        entry.uncompressedSize,
        entry.compressedSize,
        entry.crc32,
        entry.relativeOffsetOfLocalHeader,
      ]),
    )
    file.once('end', resolve).once('error', reject)
  })
  return entries
}

test('the directory says what another reader says', async () => {
  const name = fc.stringMatching(/^[a-zäß]{1,8}(\/[a-z]{1,8})?\.xml$/)
  const content = fc.string({ maxLength: 2000 })
  await fc.assert(
    fc.asyncProperty(fc.dictionary(name, content, { minKeys: 1, maxKeys: 8 }), async (files) => {
      const bytes = zip(files)
      const directory = await readZipDirectory(source(bytes))
      const ours = directory?.entries.map(({ name: file, size, compressedSize, crc, headerOffset }) => [
        file,
        size,
        compressedSize,
        crc,
        headerOffset,
      ])
      expect(ours).toEqual(await asYauzl(bytes))
    }),
    { numRuns: 50 },
  )
})

test('whatever is cut off or changed, reading ends with a directory inside of the file or with none', async () => {
  const bytes = zip({ 'a.xml': 'x'.repeat(500), 'b/c.xml': 'y'.repeat(90) })
  await fc.assert(
    fc.asyncProperty(
      fc.nat(bytes.length),
      fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }),
      async (length, changes) => {
        const changed = Uint8Array.from(bytes.subarray(0, length))
        for (const [at, value] of changes) if (at < length) changed[at] = value
        const directory = await readZipDirectory(source(changed))
        for (const entry of directory?.entries ?? []) {
          const offset = await dataOffset(source(changed), entry)
          if (offset !== undefined) expect(offset + entry.compressedSize).toBeLessThanOrEqual(changed.length)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('two entries of one name would show two readers two files', async () => {
  const twice = rawZip([rawEntry('xl/a.xml', '1'), rawEntry('XL/A.xml', '2')])
  expect(await readZipDirectory(source(twice))).toBeUndefined()
})

test('an entry whose own header names another is not read', async () => {
  const bytes = rawZip([rawEntry('a.xml', '1'), rawEntry('b.xml', '2')])
  bytes.write('c', 30, 'latin1')
  const directory = await readZipDirectory(source(bytes))
  const entry = directory && findEntry(directory, '/A.xml')
  if (!entry) throw new Error('the directory has the entry')
  expect(await dataOffset(source(bytes), entry)).toBeUndefined()
})

test('a comment behind the directory is no obstacle', async () => {
  const bytes = rawZip([rawEntry('a.xml', '1')])
  bytes.writeUInt16LE(5, bytes.length - 2)
  expect((await readZipDirectory(source(Buffer.concat([bytes, Buffer.from('hello')]))))?.entries.length).toBe(
    1,
  )
})
