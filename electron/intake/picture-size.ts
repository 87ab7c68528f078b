/** Width and height in pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** Size of a whole PNG; undefined where its head or its end is missing, whatever a program wrote behind it. */
export function pngSize(bytes: Uint8Array): PictureSize | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [signature, frame] = [8, 12]
  if (file.length < signature + frame + 13 || chunkName(file, signature) !== 'IHDR') return undefined
  for (let at = signature; at + frame <= file.length; at += frame + file.readUInt32BE(at))
    if (chunkName(file, at) === 'IEND') return sound(file.readUInt32BE(16), file.readUInt32BE(20))
  return undefined
}

const chunkName = (file: Buffer, at: number): string => file.toString('latin1', at + 4, at + 8)

/**
 * Size of a whole JPEG; undefined where no frame says one or the picture's own end is missing. A small picture of it in
 * its head has an end too, which does not count.
 */
export function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let size: PictureSize | undefined
  let at = 2
  while (at + 9 < file.length) {
    if (file[at] !== 0xff) return undefined
    const marker = file[at + 1] ?? 0
    // From the first scan on no segment's length leads further.
    if (marker === 0xda) return file.includes(endOfImage, at) ? size : undefined
    // Start of frame, of any coding; the three in between are tables.
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) size = sound(file.readUInt16BE(at + 7), file.readUInt16BE(at + 5))
    at += marker === 0xff ? 1 : 2 + file.readUInt16BE(at + 2)
  }
  return undefined
}

const endOfImage = Buffer.from([0xff, 0xd9])

function sound(width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
