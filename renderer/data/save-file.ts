import { bytesOf } from './bytes-of.ts'

/** Hands bytes to the user as a file, by the window's own way of saving. */
export function saveFile(name: string, base64: string): void {
  const address = URL.createObjectURL(new Blob([bytesOf(base64)]))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
