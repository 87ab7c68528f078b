import { type PageSource, scaleFor, turned } from '../../../parts/pages/page-source.ts'

/** A scan that is a picture: one page. */
export async function openPicture(bytes: Uint8Array<ArrayBuffer>): Promise<PageSource> {
  const picture = await createImageBitmap(new Blob([bytes]))
  const size = { width: picture.width, height: picture.height }
  return {
    pages: 1,
    size: () => Promise.resolve(size),
    draw: (canvas, _page, width, turn) => {
      const shown = turned(size, turn)
      const scale = scaleFor(shown, width)
      canvas.width = Math.round(shown.width * scale)
      canvas.height = Math.round(shown.height * scale)
      const context = canvas.getContext('2d')
      context?.translate(canvas.width / 2, canvas.height / 2)
      context?.rotate((turn * Math.PI) / 180)
      const [across, down] = [size.width * scale, size.height * scale]
      context?.drawImage(picture, -across / 2, -down / 2, across, down)
      return Promise.resolve()
    },
    close: () => picture.close(),
  }
}
