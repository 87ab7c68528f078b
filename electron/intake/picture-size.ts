/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Size of a whole PNG; undefined where its head or its end is missing. */
export function pngSize(bytes: Uint8Array): PictureSize | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isWhole = file.length > 45 && file.toString('latin1', 12, 16) === 'IHDR' && file.includes('IEND', -16)
  return isWhole ? sound(file.readUInt32BE(16), file.readUInt32BE(20)) : undefined
}

/** Size of a whole JPEG; undefined where no frame says one or its end is missing. */
export function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.lastIndexOf(Buffer.from([0xff, 0xd9])) < 0) return undefined
  let at = 2
  while (at + 9 < file.length) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] ?? 0
    // Start of frame, of any coding; the three in between are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return sound(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5))
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}

function sound(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
